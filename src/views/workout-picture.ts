import type { KnownBlock } from '@slack/types'
import { DEFAULT_PACES, type ZonePaces } from '#domain/plan/step-pace.ts'
import { printLength, printTarget } from '#domain/plan/text/print-workout.ts'
import type { Blocks } from '#domain/plan/workout.ts'
import { isRepeat, type Step } from '#domain/plan/workout.ts'
import { workoutTotals } from '#domain/plan/workout-totals.ts'
import { header, section } from './blocks.ts'
import { LIMITS } from './limits.ts'
import { type Message, words } from './message.ts'
import { mrkdwn } from './mrkdwn.ts'
import { shorten } from './shorten.ts'
import type { SayPace } from './workout-table.ts'
import { totalsInWords } from './workout-table.ts'

const LINES_MOST = 12

/** A workout step by step, as it is read from a picture on the track: `6 × 800 m z5 · 4:05 /km`. */
export function pictureLines(blocks: Blocks, sayPace: SayPace): string[] {
  const lines = blocks.flatMap(block => blockLines(block, sayPace, ''))
  return lines.length <= LINES_MOST
    ? lines
    : [...lines.slice(0, LINES_MOST - 1), `… and ${lines.length - LINES_MOST + 1} more`]
}

function blockLines(block: Blocks[number], sayPace: SayPace, indent: string): string[] {
  if (!isRepeat(block)) return [`${indent}${stepText(block, sayPace)}`]
  const [only, ...others] = block.blocks
  const recovery = block.recovery ? [`${indent}– between: ${stepText(block.recovery, sayPace)}`] : []
  if (only && others.length === 0 && !isRepeat(only)) {
    return [`${indent}${block.times} × ${stepText(only, sayPace)}`, ...recovery]
  }
  return [
    `${indent}${block.times} times:`,
    ...block.blocks.flatMap(each => blockLines(each, sayPace, `${indent}– `)),
    ...recovery,
  ]
}

function stepText(step: Step, sayPace: SayPace): string {
  const length = step.length.kind === 'open' ? 'until lap' : spaced(printLength(step.length))
  const note = step.note === '' ? '' : `“${step.note}”`
  return [length, step.word ?? '', printTarget(step.target).replace('@', ''), sayPace(step), note]
    .filter(part => part !== '')
    .join(' ')
}

function spaced(text: string): string {
  return text.replace(/(\d)(km|mi|m|min|s)$/, '$1 $2')
}

export type PicturedWorkout = { title: string; when: string | null; blocks: Blocks; paces: ZonePaces }

/** A workout as a picture; the alt text says the same in words, and without a picture the words stand alone. */
export function workoutPictured(
  { title, when, blocks, paces }: PicturedWorkout,
  lines: readonly string[],
  fileId: string | null,
): Message {
  const totals = totalsInWords(workoutTotals(blocks, paces ?? DEFAULT_PACES))
  const said = mrkdwn`*${shorten(title, 120)}*${when === null ? '' : ` · ${when}`} · ${totals}`
  const alt = shorten(
    `Workout ${title}, ${totals}: ${lines.map(line => line.trim()).join('; ')}`,
    LIMITS.altText,
  )
  const blocksShown: KnownBlock[] =
    fileId === null
      ? [section(mrkdwn`${said}\n${lines.join('\n')}`)]
      : [
          header(shorten(title, LIMITS.headerText)),
          { type: 'image', slack_file: { id: fileId }, alt_text: alt },
          section(said),
        ]
  return { text: mrkdwn`${said}\n${lines.join('\n')}`.mrkdwn, blocks: blocksShown }
}

/** At once, in answer to the button. */
export function workoutPictureComes(): Message {
  return words(mrkdwn`The picture comes in our direct message.`)
}
