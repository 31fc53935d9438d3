import { localDayAt } from '#domain/calendar/local-day.ts'
import { type NotAMember, requireMember } from '#domain/organization/policy.ts'
import type { LocalDay } from '#kernel/instant.ts'
import { ok, type Result } from '#kernel/result.ts'
import { findCalendarOpening } from '#store/calendar-feed-store.ts'
import type { UnitOfReading } from '../../ask.ts'

/** Whether somebody has an address, and whether they may have one made. Its secret nobody knows any more. */
export type CalendarState = { openedOn: LocalDay | null; today: LocalDay; mayOpen: boolean }

/** Suspended members may look, too. */
export async function showCalendarAddress(
  { db, actor, now }: UnitOfReading,
  _input: Record<string, never>,
): Promise<Result<CalendarState, NotAMember>> {
  const member = requireMember(actor)
  if (!member.ok) return member
  const { organizationId, accountId, roles, status, zone } = member.value
  const openedAt = await findCalendarOpening(db, organizationId, accountId)
  return ok({
    openedOn: openedAt === null ? null : localDayAt(openedAt, zone),
    today: localDayAt(now, zone),
    mayOpen: roles.has('athlete') && status !== 'suspended',
  })
}
