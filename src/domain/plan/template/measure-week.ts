import { foldSteps } from '../measure-blocks.ts'
import { intensityOf } from '../step-pace.ts'
import { parseWorkout } from '../text/parse-workout.ts'
import type { PaceZone } from '../workout.ts'
import { workoutTotals } from '../workout-totals.ts'
import type { PlanDay, PlanWeek, PlanWeeks } from './plan.ts'

/** How hard a day is, by the hardest thing in it that lasts: rest, easy, steady, hard. */
export type Intensity = 'rest' | 'easy' | 'steady' | 'hard'

export type DayMeasure = { distanceCm: number; durationMs: number; longestCm: number; intensity: Intensity }

/** Strides and a short pick-up make no hard day: so much of a session has to be hard. */
const LASTING_CM = 120_000

/** What a day asks for, durations reckoned at nobody's paces in particular. */
export function measureDay(day: PlanDay): DayMeasure {
  let measure: DayMeasure = { distanceCm: 0, durationMs: 0, longestCm: 0, intensity: 'rest' }
  for (const { text } of day.sessions) {
    const read = parseWorkout(text)
    if (!read.ok) continue
    const totals = workoutTotals(read.value)
    const at = (zones: readonly (PaceZone | 0)[]) =>
      foldSteps(read.value, step => ({
        cm: zones.includes(intensityOf(step)) ? stepCm(step.length) : 0,
      })).cm ?? 0
    const intensity: Intensity =
      at([4, 5, 6]) >= LASTING_CM ? 'hard' : at([3]) >= LASTING_CM ? 'steady' : 'easy'
    measure = {
      distanceCm: measure.distanceCm + totals.distanceCm,
      durationMs: measure.durationMs + totals.durationMs,
      longestCm: Math.max(measure.longestCm, totals.distanceCm),
      intensity: harder(measure.intensity, intensity),
    }
  }
  return measure
}

/** A minute of something hard covers about this much. */
const CM_A_MS = 20_000 / 60_000

function stepCm(length: Parameters<typeof intensityOf>[0]['length']): number {
  if (length.kind === 'distance') return length.cm
  return length.kind === 'duration' ? length.ms * CM_A_MS : 0
}

const ORDER: readonly Intensity[] = ['rest', 'easy', 'steady', 'hard']

function harder(a: Intensity, b: Intensity): Intensity {
  return ORDER.indexOf(a) > ORDER.indexOf(b) ? a : b
}

export type WeekMeasure = { days: DayMeasure[]; distanceCm: number; longestCm: number; sessions: number }

export function measureWeek(week: PlanWeek): WeekMeasure {
  const days = week.days.map(measureDay)
  return {
    days,
    distanceCm: days.reduce((sum, day) => sum + day.distanceCm, 0),
    longestCm: Math.max(...days.map(day => day.longestCm)),
    sessions: week.days.reduce((sum, day) => sum + day.sessions.length, 0),
  }
}

export function measurePlan(weeks: PlanWeeks): WeekMeasure[] {
  return weeks.map(measureWeek)
}
