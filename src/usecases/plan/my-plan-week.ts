import { addDays, localDayAt, mondayOf } from '#domain/calendar/local-day.ts'
import { type AccessRefusal, requireActiveMember } from '#domain/organization/policy.ts'
import { type Enrollment, type PlannedSession, weekOfPlan } from '#domain/plan/template/enrollment.ts'
import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import type { LocalDay } from '#kernel/instant.ts'
import { ok, type Result } from '#kernel/result.ts'
import type { Reading } from '#store/db.ts'
import { listEnrollmentsOf } from '#store/enrollment-store.ts'
import { listSessionsOf } from '#store/read/session-read.ts'
import type { UnitOfReading } from '../ask.ts'

/** A plan somebody is on or will be, with the week it is in today; null before it begins. */
export type RunningPlan = Pick<
  Enrollment,
  'title' | 'weeks' | 'startOn' | 'firstOn' | 'lastOn' | 'state' | 'stateOn'
> & {
  enrollmentId: string
  week: number | null
}
export type PlanWeekOf = {
  plans: RunningPlan[]
  from: LocalDay
  today: LocalDay
  sessions: PlannedSession[]
}

/** The asker's own week: the one that is asked for by how many weeks it is away. */
export async function myPlanWeek(
  { db, actor, now }: UnitOfReading,
  { weeksAhead }: { weeksAhead: number },
): Promise<Result<PlanWeekOf, AccessRefusal>> {
  const member = requireActiveMember(actor)
  if (!member.ok) return member
  const { organizationId, accountId, zone } = member.value
  const today = localDayAt(now, zone)
  const from = addDays(mondayOf(today), 7 * weeksAhead)
  return ok({
    plans: await runningPlans(db, organizationId, accountId, today),
    from,
    today,
    sessions: await listSessionsOf(db, organizationId, accountId, from, addDays(from, 6)),
  })
}

export async function runningPlans(
  db: Reading,
  organizationId: OrganizationId,
  accountId: AccountId,
  today: LocalDay,
): Promise<RunningPlan[]> {
  const enrollments = await listEnrollmentsOf(db, organizationId, [accountId], today)
  return enrollments.map(enrollment => ({
    enrollmentId: enrollment.id,
    title: enrollment.title,
    weeks: enrollment.weeks,
    startOn: enrollment.startOn,
    firstOn: enrollment.firstOn,
    lastOn: enrollment.lastOn,
    state: enrollment.state,
    stateOn: enrollment.stateOn,
    week: weekOfPlan(enrollment, today),
  }))
}
