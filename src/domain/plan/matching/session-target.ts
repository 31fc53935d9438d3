import { foldSteps } from '../measure-blocks.ts'
import { DEFAULT_PACES } from '../step-pace.ts'
import { parseWorkout } from '../text/parse-workout.ts'
import { stepTotals, workoutTotals } from '../workout-totals.ts'

/** What a session asks for; nulls where it asks for nothing that can be measured. */
export type SessionTarget = {
  /** By what it is judged: by what most of it was written in. */
  by: 'distance' | 'duration'
  distanceCm: number | null
  durationMs: number | null
  /** Some of it ends when the athlete says so: more than the rest of it is not too much. */
  isOpenEnded: boolean
}

const NOTHING: SessionTarget = { by: 'duration', distanceCm: null, durationMs: null, isOpenEnded: true }

/** Of a workout's text. What was written in the other measure is reckoned at nobody's paces in particular. */
export function sessionTarget(text: string): SessionTarget {
  const read = parseWorkout(text)
  if (!read.ok) return NOTHING
  const totals = workoutTotals(read.value)
  const inDistance = foldSteps(read.value, step => ({
    ms: step.length.kind === 'distance' ? stepTotals(step, DEFAULT_PACES).durationMs : 0,
  })).ms
  return {
    by: (inDistance ?? 0) * 2 >= totals.durationMs && totals.distanceCm > 0 ? 'distance' : 'duration',
    distanceCm: totals.distanceCm > 0 ? totals.distanceCm : null,
    durationMs: totals.durationMs > 0 ? totals.durationMs : null,
    isOpenEnded: totals.isOpenEnded,
  }
}

export type DoneMeasure = { distanceCm: number | null; durationMs: number }

/** How much of the target was done, 1 being all of it; null where nothing can be compared. */
export function shareOfTarget(target: SessionTarget, done: DoneMeasure): number | null {
  if (target.by === 'distance' && target.distanceCm !== null && done.distanceCm !== null) {
    return done.distanceCm / target.distanceCm
  }
  return target.durationMs === null ? null : done.durationMs / target.durationMs
}
