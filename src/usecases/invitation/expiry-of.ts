import { addDays } from '#domain/calendar/local-day.ts'
import { startOfDay } from '#domain/calendar/local-time-to-instant.ts'
import type { CodeRefusal } from '#domain/invitation/invitation-code.ts'
import type { Instant, LocalDay, Zone } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'

/** The instant at which the last day is over, in the club's zone; null for never. Refused when it is over already. */
export function expiryOf(
  until: LocalDay | null,
  zone: Zone,
  now: Instant,
): Result<Instant | null, Extract<CodeRefusal, { code: 'code-until-past' }>> {
  const expiresAt = until === null ? null : startOfDay(addDays(until, 1), zone)
  if (expiresAt !== null && expiresAt <= now) return refuse({ code: 'code-until-past' })
  return ok(expiresAt)
}
