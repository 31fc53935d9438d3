import { addDays } from '#domain/calendar/local-day.ts'
import type { LocalDay } from '#kernel/instant.ts'

/** So many days back a streak is looked for. */
export const STREAK_DAYS = 60

/**
 * Days with a run in a row, counted back from `until`, by the athlete's own calendar; at most `STREAK_DAYS`. A planned
 * rest day keeps the streak without adding to it. A day that is not over yet breaks nothing: with `isOpen`, `until`
 * itself may still be without a run.
 */
export function streakDays(
  ran: ReadonlySet<LocalDay>,
  rests: ReadonlySet<LocalDay>,
  until: LocalDay,
  isOpen = false,
): number {
  let count = 0
  for (let back = 0; back < STREAK_DAYS; back += 1) {
    const day = addDays(until, -back)
    if (ran.has(day)) count += 1
    else if (!rests.has(day) && !(isOpen && back === 0)) break
  }
  return count
}
