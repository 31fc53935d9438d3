import type { KnownBlock } from '@slack/types'
import { calendarCell } from '#domain/plan/template/calendar-cell.ts'
import { measureWeek } from '#domain/plan/template/measure-week.ts'
import type { PlanWeeks } from '#domain/plan/template/plan.ts'
import { DAY_NAMES } from '#domain/plan/template/plan-lines.ts'
import { section } from './blocks.ts'
import { count } from './group-card.ts'
import { LIMITS } from './limits.ts'
import { type Message, words } from './message.ts'
import { mrkdwn } from './mrkdwn.ts'
import { kmText } from './plan-text.ts'
import { shorten } from './shorten.ts'

/** A part of a plan as a calendar; the alt text says the same in words. Without a picture there is where to read it. */
export function planPictured(
  title: string,
  weeks: PlanWeeks,
  { from, to }: { from: number; to: number },
  fileId: string | null,
): Message {
  const shown = weeks.slice(from, to)
  const part = shown.length === weeks.length ? count(to, 'week') : `weeks ${from + 1} to ${to}`
  const said = mrkdwn`*${title}* · ${part}`
  if (fileId === null) {
    const instead = mrkdwn`${said}. The picture could not be drawn; \`/astral plan show\` has the plan in words.`
    return { text: instead.mrkdwn, blocks: [section(instead)] }
  }
  const alt = shown.map((week, at) => {
    const days = week.days.map((day, index) => `${DAY_NAMES[index]} ${calendarCell(day).label || 'rest'}`)
    return `week ${from + at + 1}, ${kmText(measureWeek(week).distanceCm)}: ${days.join(' ')}`
  })
  const image: KnownBlock = {
    type: 'image',
    slack_file: { id: fileId },
    alt_text: shorten(`Calendar of ${title}. ${alt.join('; ')}`, LIMITS.altText),
  }
  return { text: said.mrkdwn, blocks: [section(said), image] }
}

/** At once, in answer to the button. */
export function planPictureComes(done: { pictures: number }): Message {
  return words(
    done.pictures === 1
      ? mrkdwn`The calendar comes in our direct message.`
      : mrkdwn`The calendar comes in our direct message, in ${done.pictures} pictures.`,
  )
}
