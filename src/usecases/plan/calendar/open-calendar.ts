import { type AccessRefusal, requireAthlete } from '#domain/organization/policy.ts'
import { ok, type Result } from '#kernel/result.ts'
import { findCalendarOpening, replaceCalendarFeed } from '#store/calendar-feed-store.ts'
import { hashOfSecret, newSecret } from '../../connection/push-secret.ts'
import type { Done, UnitOfWork } from '../../perform.ts'
import { calendarEvent } from './calendar-event.ts'

/** `secret` is known here and to whoever asked, and never again. */
export type CalendarAddress = { secret: string; isRenewed: boolean }

/** An athlete gets a personal address for their calendar to read; one they had before works no more. */
export async function openCalendar(
  { tx, actor, now }: UnitOfWork,
  _input: Record<string, never>,
): Promise<Result<Done<CalendarAddress>, AccessRefusal>> {
  const athlete = requireAthlete(actor)
  if (!athlete.ok) return athlete
  const { organizationId, accountId } = athlete.value
  const isRenewed = (await findCalendarOpening(tx, organizationId, accountId)) !== null
  const secret = newSecret()
  const hash = hashOfSecret(secret)
  if (hash === null) throw new TypeError('a new secret does not look like one')
  await replaceCalendarFeed(tx, organizationId, accountId, hash, now)
  return ok({
    value: { secret, isRenewed },
    events: [calendarEvent('calendar.opened', organizationId, accountId, isRenewed)],
  })
}
