import type { Activity } from '#domain/activity/activity.ts'
import type { ActivityRefusal } from '#domain/activity/activity-refusal.ts'
import { type AccessRefusal, requireAthlete } from '#domain/organization/policy.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { findActivity } from '#store/activity-store.ts'
import type { UnitOfReading } from '../ask.ts'

/** An activity of the athlete's own, to be edited. */
export async function getRun(
  { db, actor }: UnitOfReading,
  activityId: string,
): Promise<Result<Activity, AccessRefusal | ActivityRefusal>> {
  const athlete = requireAthlete(actor)
  if (!athlete.ok) return athlete
  const activity = await findActivity(db, athlete.value.organizationId, activityId)
  return activity?.athleteId === athlete.value.accountId ? ok(activity) : refuse({ code: 'activity-gone' })
}
