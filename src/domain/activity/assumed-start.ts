import type { Instant, LocalDay, LocalTime, Zone } from '#kernel/instant.ts'
import { instant, MINUTE_MS } from '#kernel/instant.ts'
import { localDayAt } from '../calendar/local-day.ts'
import { localTimeToInstant } from '../calendar/local-time-to-instant.ts'

const NOON = '12:00' as LocalTime

/**
 * When an activity started of which only the day is known: today so that it ends now, any other day at noon. Whole
 * minutes, because a guess should not look like a measurement.
 */
export function assumedStart(
  on: LocalDay,
  durationMs: number,
  { now, zone }: { now: Instant; zone: Zone },
): Instant {
  if (on !== localDayAt(now, zone)) return localTimeToInstant(on, NOON, zone)
  return instant(Math.floor((now - durationMs) / MINUTE_MS) * MINUTE_MS)
}
