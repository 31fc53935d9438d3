import { type NotAMember, requireMember } from '#domain/organization/policy.ts'
import type { CalendarRefusal } from '#domain/plan/calendar/calendar-refusal.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { deleteCalendarFeed } from '#store/calendar-feed-store.ts'
import type { Done, UnitOfWork } from '../../perform.ts'
import { calendarEvent } from './calendar-event.ts'

/** Somebody ends the address of their calendar, suspended or not: it answers like any wrong one from then on. */
export async function closeCalendar(
  { tx, actor }: UnitOfWork,
  _input: Record<string, never>,
): Promise<Result<Done<null>, NotAMember | CalendarRefusal>> {
  const member = requireMember(actor)
  if (!member.ok) return member
  const { organizationId, accountId } = member.value
  if (!(await deleteCalendarFeed(tx, organizationId, accountId))) {
    return refuse({ code: 'calendar-not-open' })
  }
  return ok({ value: null, events: [calendarEvent('calendar.closed', organizationId, accountId, false)] })
}
