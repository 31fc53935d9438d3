import type { Activity } from '#domain/activity/activity.ts'
import { type ActivityOrigin, type Said, saidBy } from '#domain/activity/activity-origin.ts'
import type { ActivityRefusal } from '#domain/activity/activity-refusal.ts'
import { withOrigin } from '#domain/activity/decide-merge.ts'
import {
  decideNewActivity,
  type NewActivityFacts,
  type OtherActivity,
} from '#domain/activity/decide-new-activity.ts'
import { splitRecorded } from '#domain/metrics/recorded.ts'
import type { Athlete } from '#domain/organization/policy.ts'
import type { ActivityId } from '#kernel/ids.ts'
import { ok, type Result } from '#kernel/result.ts'
import { insertActivity, listActivitiesOfFile, updateActivity } from '#store/activity-store.ts'
import { upsertEfforts } from '#store/effort-store.ts'
import { insertOrigin } from '#store/origin-store.ts'
import type { UnitOfWork } from '../perform.ts'
import { listNeighbours } from './list-neighbours.ts'
import { originsOf } from './origins-of.ts'

export type AddActivity = Pick<
  NewActivityFacts,
  | 'measured'
  | 'source'
  | 'localOn'
  | 'zone'
  | 'name'
  | 'note'
  | 'visibility'
  | 'perceivedEffort'
  | 'fileSha256'
  | 'startIsAssumed'
  | 'isAgain'
> & {
  /** The source's own id of it. */
  externalId?: string | null
}

/** `before`: what stood there, when the one that came is the same; null when it is a new one. */
export type Added = { activity: Activity; before: Activity | null; originId: string }

/**
 * Writes one activity of the athlete, or adds it to the one that it is a double of, unless it is impossible or there
 * already; `siblings` came with it and are no doubles.
 */
export async function addActivity(
  unit: UnitOfWork,
  athlete: Athlete,
  adding: AddActivity,
  siblings: readonly Activity[] = [],
): Promise<Result<Added, ActivityRefusal>> {
  const { tx, now, newId } = unit
  const { organizationId, accountId } = athlete
  const { fileSha256 } = adding
  const { measured, efforts } = splitRecorded(adding.measured)
  const ofFile = fileSha256 ? await listActivitiesOfFile(tx, organizationId, accountId, fileSha256) : []
  const around = await listNeighbours(tx, organizationId, accountId, measured.startedAt)
  const isSibling = new Set<ActivityId>(siblings.map(sibling => sibling.id))
  const others = uniqueById(around, ofFile).filter(other => !isSibling.has(other.id))
  const decided = decideNewActivity({
    ...adding,
    measured,
    id: newId<ActivityId>(),
    organizationId,
    athleteId: accountId,
    now,
    others,
    siblings,
  })
  if (!decided.ok) return decided
  const { activity, into } = decided.value
  const origin: ActivityOrigin = {
    id: newId<string>(),
    organizationId,
    athleteId: accountId,
    activityId: into?.id ?? activity.id,
    externalId: adding.externalId ?? null,
    said: saidOf(activity, adding),
    createdAt: now,
  }
  const keepEfforts = async ({ id, startedAt }: Activity) => {
    const kept = efforts && { activityId: id, startedAt, fileSha256, profile: efforts }
    if (kept) await upsertEfforts(tx, { organizationId, athleteId: accountId }, kept)
  }
  if (!into) {
    await insertActivity(tx, activity)
    await insertOrigin(tx, origin)
    await keepEfforts(activity)
    return ok({ activity, before: null, originId: origin.id })
  }
  const { activity: before, origins } = await originsOf(unit, into)
  const merged = withOrigin(before, origins, origin.said, now)
  await insertOrigin(tx, origin)
  await updateActivity(tx, merged)
  if (merged.fileSha256 === fileSha256) await keepEfforts(merged)
  return ok({ activity: merged, before, originId: origin.id })
}

/** A name that nobody gave is none: the merged activity makes its own. */
function saidOf(activity: Activity, { name, startIsAssumed }: AddActivity): Said {
  return { ...saidBy(activity), name: name === '' ? '' : activity.name, startIsAssumed }
}

function uniqueById(around: readonly Activity[], ofFile: readonly Activity[]): OtherActivity[] {
  const all = new Map<ActivityId, OtherActivity>(around.map(activity => [activity.id, activity]))
  for (const activity of ofFile) all.set(activity.id, { ...activity, isOfFile: true })
  return [...all.values()]
}
