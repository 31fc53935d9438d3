import type { Instant, LocalDay, Zone } from '#kernel/instant.ts'
import { addDays, daysBetween, mondayOf } from './local-day.ts'
import { startOfDay } from './local-time-to-instant.ts'

/** Calendar days from the first to the last, both included. */
export type DayRange = { readonly from: LocalDay; readonly to: LocalDay }

/** The range as instants in the zone: `from` is in it, `until` is not. Days of 23 and 25 hours come out as such. */
export function instantsOf(range: DayRange, zone: Zone): { from: Instant; until: Instant } {
  return { from: startOfDay(range.from, zone), until: startOfDay(addDays(range.to, 1), zone) }
}

/** The number of days in the range. */
export function lengthInDays(range: DayRange): number {
  return daysBetween(range.from, range.to) + 1
}

/** Every day of the range, rising. */
export function daysOf(range: DayRange): LocalDay[] {
  return Array.from({ length: lengthInDays(range) }, (_, index) => addDays(range.from, index))
}

/** As many days as asked for, the last of them being `day`. */
export function daysUpTo(day: LocalDay, days: number): DayRange {
  return { from: addDays(day, 1 - days), to: day }
}

/** The week, Monday to Sunday, in which the day lies. */
export function weekOf(day: LocalDay): DayRange {
  const monday = mondayOf(day)
  return { from: monday, to: addDays(monday, 6) }
}

/** The calendar month in which the day lies. */
export function monthOf(day: LocalDay): DayRange {
  const from = firstOfMonth(day)
  return { from, to: addDays(firstOfMonth(addDays(from, 31)), -1) }
}

function firstOfMonth(day: LocalDay): LocalDay {
  return `${day.slice(0, 8)}01` as LocalDay
}
