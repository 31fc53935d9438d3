import type { EffortWord, StepKind } from '../workout.ts'

/** Where a step stands: what its kind is guessed from where the coach names none. */
export type StepPlace = { isRepeated: boolean; isFirst: boolean; isLast: boolean }

const GENTLE: readonly (EffortWord | null)[] = ['easy', 'jog', 'walk']
const BREAKS: readonly (EffortWord | null)[] = ['jog', 'walk', 'rest']

/**
 * The kind of a step that names none. The gentle first and last of several blocks warm up and cool down; jogging,
 * walking and resting between others is recovery, and so is easy running within repeats, where all else is an interval.
 */
export function guessedKind(word: EffortWord | null, place: StepPlace): StepKind {
  if (place.isRepeated) return BREAKS.includes(word) || word === 'easy' ? 'recovery' : 'interval'
  const isOnly = place.isFirst && place.isLast
  if (!isOnly && GENTLE.includes(word)) {
    if (place.isFirst) return 'warm-up'
    if (place.isLast) return 'cool-down'
  }
  if (BREAKS.includes(word) && !isOnly) return 'recovery'
  return word === 'interval' || word === 'strides' ? 'interval' : 'run'
}

/** The place of one block in a list of so many. */
export function placeOf(index: number, count: number, isRepeated: boolean): StepPlace {
  return { isRepeated, isFirst: index === 0, isLast: index === count - 1 }
}
