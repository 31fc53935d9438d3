import type { Activity } from '#domain/activity/activity.ts'
import type { ActivityRefusal } from '#domain/activity/activity-refusal.ts'
import { decideNewActivity, type NewActivityFacts } from '#domain/activity/decide-new-activity.ts'
import type { Athlete } from '#domain/organization/policy.ts'
import type { ActivityId } from '#kernel/ids.ts'
import type { Result } from '#kernel/result.ts'
import { insertActivity, listActivitiesOfFile } from '#store/activity-store.ts'
import type { UnitOfWork } from '../perform.ts'
import { listNeighbours } from './list-neighbours.ts'

export type AddActivity = Pick<
  NewActivityFacts,
  | 'measured'
  | 'source'
  | 'localOn'
  | 'zone'
  | 'name'
  | 'note'
  | 'visibility'
  | 'fileSha256'
  | 'startIsAssumed'
  | 'isAgain'
>

export type Added = { activity: Activity; others: Activity[] }

/** Writes one activity of the athlete, unless it is impossible or there already; `siblings` came with it. */
export async function addActivity(
  { tx, now, newId }: UnitOfWork,
  athlete: Athlete,
  adding: AddActivity,
  siblings: readonly Activity[] = [],
): Promise<Result<Added, ActivityRefusal>> {
  const { organizationId, accountId } = athlete
  const { fileSha256, measured } = adding
  const ofFile = fileSha256 ? await listActivitiesOfFile(tx, organizationId, accountId, fileSha256) : []
  const around = await listNeighbours(tx, organizationId, accountId, measured.startedAt)
  const isSibling = new Set<ActivityId>(siblings.map(sibling => sibling.id))
  const others = uniqueById([...ofFile, ...around]).filter(other => !isSibling.has(other.id))
  const decided = decideNewActivity({
    ...adding,
    id: newId<ActivityId>(),
    organizationId,
    athleteId: accountId,
    now,
    others,
    siblings,
  })
  if (!decided.ok) return decided
  await insertActivity(tx, decided.value)
  return { ok: true, value: { activity: decided.value, others } }
}

function uniqueById(activities: readonly Activity[]): Activity[] {
  return [...new Map(activities.map(activity => [activity.id, activity])).values()]
}
