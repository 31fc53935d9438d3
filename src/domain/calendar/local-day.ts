import type { Instant, LocalDay, LocalTime, Zone } from '#kernel/instant.ts'
import { DAY_MS } from '#kernel/instant.ts'
import type { Weekday } from './weekday.ts'

/** Making a formatter costs fifty times what using it does; a club has a handful of zones. */
const wallClocks = new Map<Zone, Intl.DateTimeFormat>()
const MAX_WALL_CLOCKS = 600

function wallClockIn(zone: Zone): Intl.DateTimeFormat {
  const known = wallClocks.get(zone)
  if (known) return known
  // Zone names come from people in any letter case, so the number of spellings has no natural bound.
  if (wallClocks.size >= MAX_WALL_CLOCKS) wallClocks.clear()
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  wallClocks.set(zone, made)
  return made
}

const WALL_CLOCK = /^(\d{2})\/(\d{2})\/(\d{1,4}), (\d{2}:\d{2})$/

function wallClockAt(at: Instant, zone: Zone): { day: LocalDay; time: LocalTime } {
  const shown = wallClockIn(zone).format(at)
  const [, month, day, year, time] = WALL_CLOCK.exec(shown) ?? []
  if (!month || !day || !year || !time) throw new RangeError(`no calendar day in years 1–9999: ${at}`)
  return { day: `${year.padStart(4, '0')}-${month}-${day}` as LocalDay, time: time as LocalTime }
}

/** The calendar day that a wall calendar in `zone` shows at the instant. */
export function localDayAt(at: Instant, zone: Zone): LocalDay {
  return wallClockAt(at, zone).day
}

/** The time that a wall clock in `zone` shows at the instant, seconds cut off. */
export function localTimeAt(at: Instant, zone: Zone): LocalTime {
  return wallClockAt(at, zone).time
}

function dayNumber(day: LocalDay): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS
}

/** The day `days` after (negative: before). Throws a RangeError when that leaves the years 0–9999. */
export function addDays(day: LocalDay, days: number): LocalDay {
  const text = new Date((dayNumber(day) + days) * DAY_MS).toISOString()
  if (!/^\d/.test(text)) throw new RangeError(`no calendar day ${days} days after ${day}`)
  return text.slice(0, 10) as LocalDay
}

/** Whole days from the first to the second; negative when the second is earlier. */
export function daysBetween(first: LocalDay, second: LocalDay): number {
  return dayNumber(second) - dayNumber(first)
}

export function weekdayOf(day: LocalDay): Weekday {
  // 1970-01-01 was a Thursday.
  return (((((dayNumber(day) + 3) % 7) + 7) % 7) + 1) as Weekday
}

/** The Monday of the week in which the day lies. */
export function mondayOf(day: LocalDay): LocalDay {
  return addDays(day, 1 - weekdayOf(day))
}
