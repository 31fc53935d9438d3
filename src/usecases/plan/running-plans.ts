import { type RunningPlan, weekOfPlan } from '#domain/plan/template/enrollment.ts'
import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import type { LocalDay } from '#kernel/instant.ts'
import type { Reading } from '#store/db.ts'
import { listEnrollmentsOf } from '#store/enrollment-store.ts'

/** What somebody is on and will be, by its beginning; `week` is the one that the day `shown` is in. */
export async function runningPlans(
  db: Reading,
  organizationId: OrganizationId,
  accountId: AccountId,
  today: LocalDay,
  shown: LocalDay = today,
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
    week: weekOfPlan(enrollment, shown),
  }))
}
