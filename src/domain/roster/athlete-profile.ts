import type { Units } from '#domain/activity/units.ts'
import type { Sex } from '#domain/metrics/heart-rate-load.ts'
import type { LocalDay } from '#kernel/instant.ts'

/** What an athlete says of themselves; null is not given. */
export type AthleteProfile = {
  goalRaceName: string | null
  goalRaceOn: LocalDay | null
  /** Milliseconds a kilometre. */
  targetPaceMsPerKm: number | null
  /** In which they read distances and paces. */
  units: Units
  birthYear: number | null
  /** Beats a minute. */
  maxHeartRate: number | null
  restingHeartRate: number | null
  thresholdHeartRate: number | null
  /** By whose standards their races may be graded on boards; null is not at all. */
  ageGrading: Sex
}
