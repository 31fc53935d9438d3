import type { LocalDay } from '#kernel/instant.ts'
import type { Activity } from '../activity/activity.ts'
import { RUN_SUB_TYPES } from '../activity/sub-type.ts'
import type { Units } from '../activity/units.ts'
import { addDays, mondayOf } from '../calendar/local-day.ts'

/** Weeks of a trend, the present one with them. */
export const TREND_WEEKS = 12

export type WeekDistance = { from: LocalDay; distanceCm: number }

/** What an athlete ran week by week, as the one who looks may see it. */
export type DistanceTrend = {
  /** Null for one's own. */
  name: string | null
  /** Oldest first, Monday to Sunday of the athlete's own days. */
  weeks: WeekDistance[]
  /** In which the one who looks reads. */
  units: Units
}

const RUNS: ReadonlySet<string> = new Set(RUN_SUB_TYPES)

/** The Monday with which the trend begins. */
export function firstMondayOf(today: LocalDay): LocalDay {
  return addDays(mondayOf(today), -7 * (TREND_WEEKS - 1))
}

/** Runs only; a week without any is 0. */
export function distanceByWeek(activities: readonly Activity[], firstMonday: LocalDay): WeekDistance[] {
  return Array.from({ length: TREND_WEEKS }, (_, index) => {
    const from = addDays(firstMonday, 7 * index)
    const distanceCm = activities
      .filter(activity => RUNS.has(activity.subType) && mondayOf(activity.localOn) === from)
      .reduce((sum, activity) => sum + (activity.distanceCm ?? 0), 0)
    return { from, distanceCm }
  })
}
