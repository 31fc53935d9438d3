import type { ChangeRequest } from '#domain/plan/living/change-request.ts'
import {
  differingParts,
  type SessionEdit,
  type SessionShape,
  type WeekShift,
} from '#domain/plan/living/session-edit.ts'
import { dayText } from './figures.ts'
import { fitLines } from './fit-lines.ts'
import { joinMrkdwn, type Mrkdwn, mrkdwn } from './mrkdwn.ts'
import { shorten } from './shorten.ts'

const TEXT_MOST = 120
/** All lines of a diff, with room in a section for what stands around them. */
const DIFF_CHARACTERS = 2_400

/** `Thu 26 Nov: 8×400m → 6×400m`, a line for each session, and what the week comes to: `week −9 %`. */
export function diffText({ edits, weeks }: Pick<ChangeRequest, 'edits' | 'weeks'>): Mrkdwn {
  const lines = edits.map(editLine)
  const shown = fitLines(lines, DIFF_CHARACTERS)
  const more = lines.length > shown.length ? [mrkdwn`… and ${lines.length - shown.length} more`] : []
  const sums = weeks.flatMap(week => weekLine(week, weeks.length > 1))
  return joinMrkdwn([...shown, ...more, ...sums], '\n')
}

function editLine({ before, after }: SessionEdit): Mrkdwn {
  if (before && after) {
    const isMoved = before.on !== after.on
    const day = isMoved ? `${dayText(before.on)} → ${dayText(after.on)}` : dayText(after.on)
    if (before.text === after.text) {
      const note = before.note === after.note ? mrkdwn`` : noteOf(after)
      return mrkdwn`• *${day}*: ${nameOf(after)}${note}`
    }
    const [was, is] = differingParts(before.text, after.text)
    return mrkdwn`• *${day}*: ${shorten(was, TEXT_MOST)} → ${shorten(is, TEXT_MOST)}${noteOf(after)}`
  }
  if (before) return mrkdwn`• *${dayText(before.on)}*: ${nameOf(before)} → rest`
  return after ? mrkdwn`• *${dayText(after.on)}*: new: ${nameOf(after)}${noteOf(after)}` : mrkdwn``
}

function nameOf({ title, text }: SessionShape): string {
  return shorten(title ?? text, TEXT_MOST)
}

function noteOf({ note }: SessionShape): Mrkdwn {
  return note === '' ? mrkdwn`` : mrkdwn` · _${shorten(note, TEXT_MOST)}_`
}

function weekLine({ from, beforeCm, afterCm }: WeekShift, hasOthers: boolean): Mrkdwn[] {
  if (beforeCm === 0) return []
  const percent = Math.round((afterCm / beforeCm - 1) * 100)
  const which = hasOthers ? `week of ${dayText(from)}` : 'week'
  if (percent === 0) return []
  return [mrkdwn`${which} ${percent > 0 ? '+' : '−'}${Math.abs(percent)} %`]
}
