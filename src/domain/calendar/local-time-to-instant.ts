import { Temporal } from 'temporal-polyfill'
import type { Instant, LocalDay, LocalTime, Zone } from '#kernel/instant.ts'
import { instant } from '#kernel/instant.ts'

/**
 * The instant at which a wall clock in `zone` shows `time` on `day`; the one way from local time to an instant.
 *
 * Follows Temporal's `compatible`: in a gap (clocks spring forward) it moves on by the gap's length, in a fold
 * (clocks fall back) it takes the earlier of the two. On a day that a zone skipped whole (Apia, 2011-12-30) the gap is
 * 24 hours, so the same wall time of the next day is meant. Throws a RangeError for a zone the runtime does not know.
 */
export function localTimeToInstant(day: LocalDay, time: LocalTime, zone: Zone): Instant {
  const wanted = Temporal.PlainDateTime.from(`${day}T${time}`)
  return instant(wanted.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds)
}

/**
 * The first instant of `day` in `zone`. Where midnight falls into a gap that began the evening before, this is the end
 * of the gap, which is earlier than what midnight itself would move to. A skipped day starts where the next one does.
 */
export function startOfDay(day: LocalDay, zone: Zone): Instant {
  return instant(Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds)
}
