import { milesOf } from '#domain/activity/units.ts'
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '#kernel/instant.ts'
import {
  type Block,
  type Blocks,
  isRepeat,
  type Length,
  type Repeat,
  type Step,
  type Target,
} from '../workout.ts'
import { paceSecondsIn } from './read-target.ts'
import { guessedKind, placeOf, type StepPlace } from './step-kind.ts'
import { KIND_WORDS } from './step-words.ts'

/** The one text of these blocks: `parseWorkout` gives the same blocks back. */
export function printWorkout(blocks: Blocks): string {
  return printBlocks(blocks, false)
}

function printBlocks(blocks: Blocks, isRepeated: boolean): string {
  return blocks
    .map((block, index) => printBlock(block, placeOf(index, blocks.length, isRepeated)))
    .join(' + ')
}

function printBlock(block: Block, place: StepPlace): string {
  return isRepeat(block) ? printRepeat(block) : printStep(block, guessedKind(block.word, place))
}

function printRepeat(repeat: Repeat): string {
  const note = repeat.note === '' ? '' : ` "${repeat.note}"`
  const recovery = repeat.recovery ? ` r${printStep(repeat.recovery, 'recovery')}` : ''
  return `${repeat.times}x${printRepeated(repeat)}${note}${recovery}`
}

/** A single step needs no brackets, unless its first word is not its length or a note would be taken for the step's. */
function printRepeated(repeat: Repeat): string {
  const text = printBlocks(repeat.blocks, true)
  const [only, ...others] = repeat.blocks
  const isPlain =
    only !== undefined &&
    others.length === 0 &&
    !isRepeat(only) &&
    only.length.kind !== 'open' &&
    only.kind === guessedKind(only.word, placeOf(0, 1, true)) &&
    repeat.note === ''
  return isPlain ? text : `(${text})`
}

/** The step's kind is said where its place would have it guessed wrong. */
function printStep(step: Step, guessed: Step['kind']): string {
  return [
    step.kind === guessed ? '' : (KIND_WORDS[step.kind][0] ?? ''),
    printLength(step.length),
    step.word ?? '',
    printTarget(step.target),
    step.note === '' ? '' : `"${step.note}"`,
  ]
    .filter(part => part !== '')
    .join(' ')
}

export function printLength(length: Length): string {
  if (length.kind === 'open') return 'open'
  if (length.kind === 'duration') return printDuration(length.ms)
  if (length.unit === 'mi') return `${Math.round(milesOf(length.cm) * 100) / 100}mi`
  const meters = Math.round(length.cm / 100)
  return meters % 1_000 !== 0 && meters < 2_000 ? `${meters}m` : `${meters / 1_000}km`
}

/** `90s`, `20min`, `2min30`, `1h10`, `1h10min30`: two minutes and more are told in minutes. */
function printDuration(ms: number): string {
  const seconds = Math.round(ms / SECOND_MS) % 60
  const minutes = Math.floor((ms % HOUR_MS) / MINUTE_MS)
  const hours = Math.floor(ms / HOUR_MS)
  if (seconds !== 0 && ms < 2 * MINUTE_MS) return `${ms / SECOND_MS}s`
  const two = (number: number) => String(number).padStart(2, '0')
  if (hours === 0) return seconds === 0 ? `${minutes}min` : `${minutes}min${two(seconds)}`
  if (seconds !== 0) return `${hours}h${two(minutes)}min${two(seconds)}`
  return minutes === 0 ? `${hours}h` : `${hours}h${two(minutes)}`
}

/** `@z3`, `@3:40/km`, `@hr150-160`, `@rpe7`; empty without a target. */
export function printTarget(target: Target): string {
  switch (target.kind) {
    case 'none':
      return ''
    case 'zone':
      return `@z${target.zone}`
    case 'pace': {
      const [fast, slow] = [target.fastestMsPerKm, target.slowestMsPerKm].map(ms =>
        printClock(paceSecondsIn(target.unit, ms)),
      )
      return `@${fast === slow ? fast : `${fast}-${slow}`}/${target.unit}`
    }
    case 'heart-rate':
      return `@hr${target.lowBpm === target.highBpm ? target.lowBpm : `${target.lowBpm}-${target.highBpm}`}`
    case 'effort':
      return `@rpe${target.effort}`
  }
}

function printClock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
