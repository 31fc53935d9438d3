import type { Activity } from '#domain/activity/activity.ts'
import type { ActivityRefusal } from '#domain/activity/activity-refusal.ts'
import { withoutOrigin } from '#domain/activity/decide-merge.ts'
import { mergeOrigins, strictestOf } from '#domain/activity/merge-origins.ts'
import { type AccessRefusal, requireAthlete } from '#domain/organization/policy.ts'
import type { ActivityId } from '#kernel/ids.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { findActivity, insertActivity, updateActivity } from '#store/activity-store.ts'
import { findEfforts, upsertEfforts } from '#store/effort-store.ts'
import { insertSeparation, listOriginsOf, moveOrigin } from '#store/origin-store.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { outdatedPosts } from '../privacy/outdated-posts.ts'
import { activityEvent } from './activity-event.ts'

/** `originId`: what is taken out; null for what came last. */
export type UnmergeActivity = { activityId: string; originId: string | null }

/** An athlete says that what was merged are two: both stand again, and are never merged again. */
export async function unmergeActivity(
  unit: UnitOfWork,
  { activityId, originId }: UnmergeActivity,
): Promise<Result<Done<[Activity, Activity]>, AccessRefusal | ActivityRefusal>> {
  const { tx, actor, now, newId } = unit
  const athlete = requireAthlete(actor)
  if (!athlete.ok) return athlete
  const { organizationId, accountId } = athlete.value
  const before = await findActivity(tx, organizationId, activityId)
  if (before?.athleteId !== accountId) return refuse({ code: 'activity-gone' })
  const origins = await listOriginsOf(tx, organizationId, before.id)
  const leaving = originId === null ? origins.at(-1) : origins.find(origin => origin.id === originId)
  if (!leaving || origins.length < 2) return refuse({ code: 'activity-not-merged' })
  const athleteKey = { organizationId, athleteId: accountId }
  const stays = withoutOrigin(before, origins, leaving, now)
  const isHiddenSince = before.visibility !== mergeOrigins(origins.map(origin => origin.said)).visibility
  const restored: Activity = {
    ...mergeOrigins([leaving.said]),
    // Whoever hid the one run hid both.
    ...(isHiddenSince ? { visibility: strictestOf([before.visibility, leaving.said.visibility]) } : {}),
    id: newId<ActivityId>(),
    organizationId,
    athleteId: accountId,
    createdAt: leaving.createdAt,
    updatedAt: now,
  }
  await insertActivity(tx, restored)
  const efforts = await findEfforts(tx, athleteKey, before.id)
  if (efforts && efforts.fileSha256 === restored.fileSha256) {
    await upsertEfforts(tx, athleteKey, {
      ...efforts,
      activityId: restored.id,
      startedAt: restored.startedAt,
    })
  }
  await moveOrigin(tx, organizationId, leaving.id, restored.id)
  await updateActivity(tx, stays)
  const pair = { organizationId, athleteId: accountId, oneId: stays.id, otherId: restored.id }
  await insertSeparation(tx, pair, now)
  const days = [before.localOn, stays.localOn, restored.localOn]
  return ok({
    value: [stays, restored],
    events: [
      activityEvent('activity.unmerged', before, stays),
      activityEvent('activity.logged', null, restored),
      ...(await outdatedPosts(unit, { organizationId, accountId, cause: 'activity', days })),
    ],
  })
}
