import { steadyLoad } from '#domain/metrics/vdot-load.ts'
import { foldSteps } from './measure-blocks.ts'
import { DEFAULT_PACES, paceOfStep, type ZonePaces } from './step-pace.ts'
import type { Blocks, Step } from './workout.ts'

export type WorkoutTotals = {
  distanceCm: number
  durationMs: number
  /** Some of it follows from paces that the coach did not give. */
  isEstimate: boolean
  /** Some of it ends when whoever runs says so, and counts nothing here. */
  isOpenEnded: boolean
  /** VDOT points; null where nobody's VDOT is known. */
  load: number | null
}

/** Distance, time and load of a whole workout, for an athlete whose paces are known or for nobody in particular. */
export function workoutTotals(blocks: Blocks, paces: ZonePaces = DEFAULT_PACES): WorkoutTotals {
  const sum = foldSteps(blocks, step => stepTotals(step, paces))
  return {
    distanceCm: Math.round(sum.distanceCm / 100) * 100,
    durationMs: Math.round(sum.durationMs / 1_000) * 1_000,
    isEstimate: sum.guesses > 0,
    isOpenEnded: sum.open > 0,
    load: paces.vdot === null ? null : Math.round(sum.load * 10) / 10,
  }
}

type StepTotals = { distanceCm: number; durationMs: number; guesses: number; open: number; load: number }

/** One step's share, before rounding. */
export function stepTotals(step: Step, paces: ZonePaces): StepTotals {
  const pace = paceOfStep(step, paces)
  if (step.length.kind === 'open') return { distanceCm: 0, durationMs: 0, guesses: 0, open: 1, load: 0 }
  if (pace === null) {
    const durationMs = step.length.kind === 'duration' ? step.length.ms : 0
    return { distanceCm: 0, durationMs, guesses: 0, open: 0, load: 0 }
  }
  const { msPerKm, isGiven } = pace
  const distanceCm = step.length.kind === 'distance' ? step.length.cm : (step.length.ms / msPerKm) * 100_000
  const durationMs = step.length.kind === 'duration' ? step.length.ms : (step.length.cm / 100_000) * msPerKm
  const load = paces.vdot === null ? 0 : steadyLoad(1_000_000 / msPerKm, durationMs / 1_000, paces.vdot)
  return { distanceCm, durationMs, guesses: isGiven ? 0 : 1, open: 0, load }
}
