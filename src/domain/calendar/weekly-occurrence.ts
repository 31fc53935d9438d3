import type { Instant, LocalDay, LocalTime, Zone } from '#kernel/instant.ts'
import type { DayRange } from './day-range.ts'
import { addDays, localDayAt, mondayOf, weekdayOf } from './local-day.ts'
import { localTimeToInstant } from './local-time-to-instant.ts'

/** Once a week, by a wall clock. */
export type WeeklyTime = {
  /** 1 is Monday, 7 is Sunday. */
  readonly weekday: number
  readonly time: LocalTime
  readonly zone: Zone
}

/**
 * One week's turn. `localOn` names it for good: it does not move with the rules of the zone, and is what makes two
 * processes agree on which turn they mean. `dueAt` follows from it by the rules known now.
 */
export type Occurrence = { readonly localOn: LocalDay; readonly dueAt: Instant }

/** The occurrences due after `after` (exclusive) and up to `upTo` (inclusive), rising. Throws outside weekdays 1–7. */
export function occurrencesDue(weekly: WeeklyTime, after: Instant, upTo: Instant): Occurrence[] {
  const due: Occurrence[] = []
  let occurrence = nextOccurrence(weekly, after)
  while (occurrence.dueAt <= upTo) {
    due.push(occurrence)
    occurrence = occurrenceOn(addDays(occurrence.localOn, 7), weekly)
  }
  return due
}

/** The first occurrence after the instant. Throws a RangeError outside weekdays 1–7. */
export function nextOccurrence(weekly: WeeklyTime, after: Instant): Occurrence {
  if (![1, 2, 3, 4, 5, 6, 7].includes(weekly.weekday))
    throw new RangeError(`not a weekday: ${weekly.weekday}`)
  // Two days early, since in a day that the zone skipped the turn comes a day after its name.
  const from = addDays(localDayAt(after, weekly.zone), -2)
  const days = (weekly.weekday - weekdayOf(from) + 7) % 7
  let occurrence = occurrenceOn(addDays(from, days), weekly)
  while (occurrence.dueAt <= after) occurrence = occurrenceOn(addDays(occurrence.localOn, 7), weekly)
  return occurrence
}

function occurrenceOn(localOn: LocalDay, { time, zone }: WeeklyTime): Occurrence {
  return { localOn, dueAt: localTimeToInstant(localOn, time, zone) }
}

/**
 * The week, Monday to Sunday, that a post of the day `localOn` is about: the latest one that had ended before that day
 * began. A post on Monday is about the week that ended the evening before; one on Sunday about the week before the
 * running one.
 */
export function weekBefore(localOn: LocalDay): DayRange {
  const monday = mondayOf(localOn)
  return { from: addDays(monday, -7), to: addDays(monday, -1) }
}
