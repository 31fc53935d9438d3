import { type Instant, isLocalTime, type LocalTime, type Zone } from '#kernel/instant.ts'
import { addDays, localDayAt, localTimeAt } from './local-day.ts'
import { localTimeToInstant } from './local-time-to-instant.ts'

/** From when till when, on the wall clock, nothing that Astral sends by itself may arrive; null is never. */
export type QuietHours = { readonly from: LocalTime; readonly to: LocalTime }

/** Of whoever chose nothing. */
export const DEFAULT_QUIET_HOURS: QuietHours = { from: '21:00' as LocalTime, to: '07:00' as LocalTime }

/** Is it quiet at that time of day? `from` is in it, `to` is not; over midnight when `to` comes first. */
export function isQuietAt(time: LocalTime, quiet: QuietHours): boolean {
  const { from, to } = quiet
  return from <= to ? time >= from && time < to : time >= from || time < to
}

/** The first instant from `now` on at which something may arrive: `now` itself outside the quiet hours, else their end. */
export function nextAllowedInstant(now: Instant, zone: Zone, quiet: QuietHours | null): Instant {
  if (quiet === null) return now
  const time = localTimeAt(now, zone)
  if (!isQuietAt(time, quiet)) return now
  const today = localDayAt(now, zone)
  const end = localTimeToInstant(time < quiet.to ? today : addDays(today, 1), quiet.to, zone)
  // Where clocks are put back over the end of the night, the wall shows its last hour twice.
  return end > now ? end : now
}

/** `21:00-07:00` and the like as two times; undefined when it is not that. Both the same is no quiet hours at all. */
export function quietHoursOf(from: string, to: string): QuietHours | undefined {
  return isLocalTime(from) && isLocalTime(to) && from !== to ? { from, to } : undefined
}
