import { EFFORT_WORDS, type EffortWord, type StepKind } from '../workout.ts'
import { type Reader, take } from './reader.ts'

const ALIASES: Readonly<Record<string, EffortWord>> = {
  jogging: 'jog',
  walking: 'walk',
  stride: 'strides',
  intervals: 'interval',
  mp: 'marathon',
  lt: 'threshold',
  slow: 'easy',
  moderate: 'steady',
}

/** The words that say a step's kind; the first of each is how it is printed. */
export const KIND_WORDS: Readonly<Record<StepKind, readonly string[]>> = {
  'warm-up': ['wu', 'warm-up', 'warmup', 'warm up'],
  run: ['run'],
  interval: ['rep'],
  recovery: ['rec', 'recovery'],
  'cool-down': ['cd', 'cool-down', 'cooldown', 'cool down'],
}

const KIND_BY_WORD = new Map(
  Object.entries(KIND_WORDS).flatMap(([kind, words]) => words.map(word => [word, kind as StepKind])),
)

/** Every word that may stand beside a length; what a misspelt one is compared to. */
export const STEP_WORDS: readonly string[] = [
  ...EFFORT_WORDS,
  ...Object.keys(ALIASES),
  ...KIND_BY_WORD.keys(),
]

const WORD = /[a-z]+(?:-[a-z]+)?(?![a-z\d])/iy
const TWO_WORDS = /(?:warm|cool) (?:up|down)(?![a-z])/iy

export function readKind(reader: Reader): StepKind | undefined {
  const from = reader.at
  const word = (take(reader, TWO_WORDS) ?? take(reader, WORD))?.[0].toLowerCase() ?? ''
  const kind = KIND_BY_WORD.get(word)
  if (!kind) reader.at = from
  return kind
}

export function readEffortWord(reader: Reader): EffortWord | undefined {
  const from = reader.at
  const word = take(reader, WORD)?.[0].toLowerCase() ?? ''
  const found =
    EFFORT_WORDS.find(each => each === word) ?? (Object.hasOwn(ALIASES, word) ? ALIASES[word] : undefined)
  if (!found) reader.at = from
  return found
}
