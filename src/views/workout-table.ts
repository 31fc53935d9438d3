import { printLength, printTarget } from '#domain/plan/text/print-workout.ts'
import { type Block, type Blocks, isRepeat, type Step } from '#domain/plan/workout.ts'
import type { WorkoutTotals } from '#domain/plan/workout-totals.ts'
import { MINUTE_MS } from '#kernel/instant.ts'
import { distanceText, durationText, type Units } from './figures.ts'

/** Lines of a table; more would hide the buttons below it. */
const LINES_MOST = 40

const KINDS = {
  'warm-up': 'Warm-up',
  run: 'Run',
  interval: 'Interval',
  recovery: 'Recovery',
  'cool-down': 'Cool-down',
} as const

type Line = { kind: string; length: string; how: string } | string

/** What is said of a step beside its target, such as the pace at which somebody runs it; empty for nothing. */
export type SayPace = (step: Step) => string

/** The blocks as lines of equal columns, for a font of one width: kind, length, how. */
export function workoutTable(blocks: Blocks, sayPace: SayPace = () => ''): string {
  const lines = blocks.flatMap(block => linesOf(block, 0, sayPace))
  const cells = lines.filter(line => typeof line !== 'string')
  const kindWidth = Math.max(0, ...cells.map(line => line.kind.length))
  const lengthWidth = Math.max(0, ...cells.map(line => line.length.length))
  const shown = lines.slice(0, LINES_MOST).map(line => {
    if (typeof line === 'string') return line
    return `${line.kind.padEnd(kindWidth)}  ${line.length.padStart(lengthWidth)}  ${line.how}`.trimEnd()
  })
  const more = lines.length - shown.length
  return [...shown, ...(more > 0 ? [`… and ${more} more lines`] : [])].join('\n')
}

function linesOf(block: Block, depth: number, sayPace: SayPace): Line[] {
  const indent = '  '.repeat(depth)
  if (!isRepeat(block)) return stepLines(block, indent, KINDS[block.kind], sayPace)
  const note = block.note === '' ? '' : `  “${block.note}”`
  return [
    `${indent}${block.times} ×${note}`,
    ...block.blocks.flatMap(each => linesOf(each, depth + 1, sayPace)),
    ...(block.recovery ? stepLines(block.recovery, `${indent}  `, 'Between', sayPace) : []),
  ]
}

function stepLines(step: Step, indent: string, kind: string, sayPace: SayPace): Line[] {
  const how = [step.word, printTarget(step.target).replace('@', ''), sayPace(step)]
    .filter(part => part)
    .join(' ')
  return [
    { kind: `${indent}${kind}`, length: lengthInWords(step), how },
    ...(step.note === '' ? [] : [`${indent}  “${step.note}”`]),
  ]
}

function lengthInWords(step: Step): string {
  if (step.length.kind === 'open') return 'until lap'
  return printLength(step.length).replace(/(?<number>[\d.])(?<unit>km|mi|m|min|s|h)$/, '$<number> $<unit>')
}

/** `10.4 km, 52:30`, or `about 10.4 km, 52:00`: what is estimated has no seconds. */
export function totalsInWords(totals: WorkoutTotals, units: Units = 'km'): string {
  const about = totals.isEstimate ? 'about ' : ''
  const parts = [
    ...(totals.distanceCm > 0 ? [distanceText(totals.distanceCm, units)] : []),
    ...(totals.durationMs > 0 ? [durationText(roundedMs(totals))] : []),
  ]
  if (parts.length === 0) return 'as long as it takes'
  return `${about}${parts.join(', ')}${totals.isOpenEnded ? ' and more' : ''}`
}

function roundedMs({ durationMs, isEstimate }: WorkoutTotals): number {
  return isEstimate && durationMs > MINUTE_MS ? Math.round(durationMs / MINUTE_MS) * MINUTE_MS : durationMs
}
