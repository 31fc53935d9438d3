import { addDays, localDayAt, mondayOf } from '#domain/calendar/local-day.ts'
import { type AccessRefusal, requireActiveMember } from '#domain/organization/policy.ts'
import type { PlannedSession, RunningPlan } from '#domain/plan/template/enrollment.ts'
import type { LocalDay } from '#kernel/instant.ts'
import { ok, type Result } from '#kernel/result.ts'
import { listSessionsOf } from '#store/read/session-read.ts'
import type { UnitOfReading } from '../ask.ts'
import { runningPlans } from './running-plans.ts'

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
    plans: await runningPlans(db, organizationId, accountId, today, weeksAhead === 0 ? today : from),
    from,
    today,
    sessions: await listSessionsOf(db, organizationId, accountId, from, addDays(from, 6)),
  })
}
