import type { Activity } from '#domain/activity/activity.ts'
import type { ActivityRefusal } from '#domain/activity/activity-refusal.ts'
import { localDayAt } from '#domain/calendar/local-day.ts'
import type { SentActivity } from '#domain/connection/connection.ts'
import type { ConnectionRefusal } from '#domain/connection/connection-refusal.ts'
import type { DomainEvent } from '#domain/event.ts'
import { type AccessRefusal, requireAthlete } from '#domain/organization/policy.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { findConnection, markReceived } from '#store/connection-store.ts'
import { findReceived, insertReceived } from '#store/received-activity-store.ts'
import { activityEvent } from '../activity/activity-event.ts'
import { addActivity } from '../activity/add-activity.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { postsOfActivity } from '../privacy/outdated-posts.ts'

export type Received = {
  logged: Activity[]
  /** There already from another source, which this one adds to. */
  merged: { before: Activity; after: Activity }[]
  /** Came before. */
  known: number
  /** By the workout's place among those sent. */
  refused: { index: number; why: ActivityRefusal['code'] }[]
}

/**
 * What an athlete's phone sends from Apple Health, again and again the same: each workout is logged once, also when its
 * athlete deleted it since. Impossible ones are passed over with their reason.
 */
export async function receiveWorkouts(
  unit: UnitOfWork,
  workouts: readonly SentActivity[],
): Promise<Result<Done<Received>, AccessRefusal | ConnectionRefusal>> {
  const { tx, actor, now } = unit
  const athlete = requireAthlete(actor)
  if (!athlete.ok) return athlete
  const { organizationId, accountId, zone } = athlete.value
  const source = 'apple-health'
  if (!(await findConnection(tx, organizationId, accountId, source))) {
    return refuse({ code: 'source-not-connected', source })
  }
  const ids = workouts.map(workout => workout.externalId)
  const before = new Set((await findReceived(tx, organizationId, accountId, source, ids)).keys())
  const received: Received = { logged: [], merged: [], known: 0, refused: [] }
  for (const [index, { externalId, measured, name }] of workouts.entries()) {
    if (before.has(externalId)) {
      received.known += 1
      continue
    }
    const localOn = localDayAt(measured.startedAt, zone)
    const adding = { measured, source, localOn, zone, name, note: '', fileSha256: null } as const
    const added = await addActivity(unit, athlete.value, {
      ...adding,
      startIsAssumed: false,
      isAgain: false,
    })
    if (!added.ok && !('existing' in added.refusal)) {
      received.refused.push({ index, why: added.refusal.code })
      continue
    }
    const activity = added.ok ? added.value.activity : existingOf(added.refusal)
    before.add(externalId)
    const activityId = activity?.id ?? null
    await insertReceived(tx, { organizationId, accountId, source, externalId, activityId, at: now })
    if (!added.ok) received.known += 1
    else if (added.value.before)
      received.merged.push({ before: added.value.before, after: added.value.activity })
    else received.logged.push(added.value.activity)
  }
  await markReceived(tx, organizationId, accountId, source, now)
  const posts: DomainEvent[] = []
  for (const { before: was, after } of received.merged)
    posts.push(...(await postsOfActivity(unit, was, after)))
  return ok({
    value: received,
    events: [
      ...received.logged.map(activity => activityEvent('activity.logged', null, activity)),
      ...received.merged.map(({ before: was, after }) => activityEvent('activity.merged', was, after)),
      ...posts,
    ],
  })
}

function existingOf(refusal: ActivityRefusal): Activity | null {
  return 'existing' in refusal ? refusal.existing : null
}
