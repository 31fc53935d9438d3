import type { Activity } from '#domain/activity/activity.ts'
import type { ActivityRefusal } from '#domain/activity/activity-refusal.ts'
import { type AccessRefusal, requireMember } from '#domain/organization/policy.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { deleteUnusedFiles } from '#store/activity-file-store.ts'
import { deleteActivity, findActivity } from '#store/activity-store.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { outdatedPosts } from '../privacy/outdated-posts.ts'
import { activityEvent } from './activity-event.ts'

/** Several at once: what one file brought is undone together. */
export type DeleteActivities = { activityIds: readonly string[] }

/**
 * Somebody deletes activities of their own, suspended or not. Those that are gone already are passed over; when all are,
 * that is the refusal.
 */
export async function deleteActivities(
  unit: UnitOfWork,
  { activityIds }: DeleteActivities,
): Promise<Result<Done<Activity[]>, AccessRefusal | ActivityRefusal>> {
  const { tx, actor } = unit
  const member = requireMember(actor)
  if (!member.ok) return member
  const { organizationId, accountId } = member.value
  const deleted: Activity[] = []
  for (const id of new Set(activityIds)) {
    const activity = await findActivity(tx, organizationId, id)
    if (activity?.athleteId !== accountId) continue
    await deleteActivity(tx, organizationId, activity.id)
    deleted.push(activity)
  }
  await deleteUnusedFiles(tx, organizationId, accountId)
  if (deleted.length === 0) return refuse({ code: 'activity-gone' })
  const days = deleted.map(activity => activity.localOn)
  return ok({
    value: deleted,
    events: [
      ...deleted.map(activity => activityEvent('activity.deleted', activity, null)),
      ...(await outdatedPosts(unit, { organizationId, accountId, cause: 'activity', days })),
    ],
  })
}
