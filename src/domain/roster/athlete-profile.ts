import type { LocalDay } from '#kernel/instant.ts'

/** What an athlete says of themselves; null is not given. */
export type AthleteProfile = {
  goalRaceName: string | null
  goalRaceOn: LocalDay | null
  /** Milliseconds a kilometre. */
  targetPaceMsPerKm: number | null
  units: 'km' | 'mi'
  birthYear: number | null
  /** Beats a minute. */
  maxHeartRate: number | null
  restingHeartRate: number | null
  thresholdHeartRate: number | null
}
