import { addDays, localDayAt } from '#domain/calendar/local-day.ts'
import { localTimeToInstant } from '#domain/calendar/local-time-to-instant.ts'
import { HOUR_MS, type Instant, type LocalDay, type LocalTime, type Zone } from '#kernel/instant.ts'

/** When somebody wants their session sent. */
export type SessionHour = {
  isOn: boolean
  time: LocalTime
  /** The evening before the session, not its morning. */
  isEveningBefore: boolean
  /** Also that there is nothing to do. */
  onRestDays: boolean
}

/** What the question offers; any other time goes by the form. */
export const OFFERED_HOURS = [
  { time: '06:00' as LocalTime, isEveningBefore: false },
  { time: '07:00' as LocalTime, isEveningBefore: false },
  { time: '18:00' as LocalTime, isEveningBefore: true },
] as const

/** After a longer stop of the process the session of that day is nobody's news. */
export const SESSION_CATCH_UP_HOURS = 5

/** When the next turn is after an instant, by the wall clock of the zone. */
export function nextTurnAt({ time }: Pick<SessionHour, 'time'>, zone: Zone, after: Instant): Instant {
  // A day early, as a wall clock may show the hour of a skipped day a day later.
  let day = addDays(localDayAt(after, zone), -1)
  let at = localTimeToInstant(day, time, zone)
  while (at <= after) {
    day = addDays(day, 1)
    at = localTimeToInstant(day, time, zone)
  }
  return at
}

/**
 * The day whose session is to be sent now, or null: the latest turn is too long ago, or that day had its turn. Days are
 * told apart by their date, so that no change of clock, hour or zone sends one twice.
 */
export function sessionDue(
  hour: SessionHour,
  { zone, lastOn, now }: { zone: Zone; lastOn: LocalDay | null; now: Instant },
): LocalDay | null {
  if (!hour.isOn) return null
  const today = localDayAt(now, zone)
  const turns = [addDays(today, -1), today].filter(day => localTimeToInstant(day, hour.time, zone) <= now)
  const turnOn = turns.at(-1)
  if (turnOn === undefined) return null
  if (now - localTimeToInstant(turnOn, hour.time, zone) > SESSION_CATCH_UP_HOURS * HOUR_MS) return null
  const on = hour.isEveningBefore ? addDays(turnOn, 1) : turnOn
  return lastOn !== null && on <= lastOn ? null : on
}
