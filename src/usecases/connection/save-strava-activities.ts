import { decideNewActivity } from '#domain/activity/decide-new-activity.ts'
import { isSameRun } from '#domain/activity/same-run.ts'
import { localDayAt } from '#domain/calendar/local-day.ts'
import type { SentActivity } from '#domain/connection/connection.ts'
import type { ConnectionRefusal } from '#domain/connection/connection-refusal.ts'
import type { ActivityId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { listAccounts } from '#store/account-store.ts'
import { insertActivity } from '#store/activity-store.ts'
import { findConnection, markReceived } from '#store/connection-store.ts'
import { findMembership } from '#store/membership-store.ts'
import { deleteStravaActivities, findReceived, insertReceived } from '#store/received-activity-store.ts'
import { listNeighbours } from '../activity/list-neighbours.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import type { Whose } from './strava-tokens.ts'

export type SaveStrava = Whose & {
  activities: readonly SentActivity[]
  /** Real time: the seven days that Strava's data may be kept begin here. */
  fetchedAt: Instant
}

/**
 * Keeps what Strava's API gave, for its athlete alone: never merged with anything, and no event of it, since the audit
 * and the feeds keep what they are told. What was fetched before is replaced; what the athlete deleted here stays
 * deleted; a run that they have from elsewhere is not kept twice.
 */
export async function saveStravaActivities(
  unit: UnitOfWork,
  { organizationId, accountId, activities, fetchedAt }: SaveStrava,
): Promise<Result<Done<{ saved: number }>, ConnectionRefusal>> {
  const { tx, now, newId } = unit
  const source = 'strava'
  const account = (await listAccounts(tx, organizationId, [accountId])).get(accountId)
  const isConnected = await findConnection(tx, organizationId, accountId, source)
  const membership = await findMembership(tx, accountId)
  if (!account || !isConnected || membership?.organizationId !== organizationId) {
    return refuse({ code: 'source-not-connected', source })
  }
  const ids = activities.map(each => each.externalId)
  const before = await findReceived(tx, organizationId, accountId, source, ids)
  const deletedHere = new Set([...before].filter(([, activityId]) => activityId === null).map(([id]) => id))
  const fresh = activities.filter(each => !deletedHere.has(each.externalId))
  const replaced = fresh.map(each => each.externalId).filter(id => before.has(id))
  await deleteStravaActivities(tx, organizationId, accountId, replaced)
  let saved = 0
  for (const { externalId, measured, name } of fresh) {
    const around = await listNeighbours(tx, organizationId, accountId, measured.startedAt)
    const zone = account.zone
    const decided = decideNewActivity({
      id: newId<ActivityId>(),
      organizationId,
      athleteId: accountId,
      now,
      measured,
      source,
      localOn: localDayAt(measured.startedAt, zone),
      zone,
      name,
      note: '',
      visibility: 'hide',
      fileSha256: null,
      startIsAssumed: false,
      others: [],
      siblings: [],
      isAgain: true,
    })
    if (!decided.ok) continue
    const { activity } = decided.value
    if (around.some(other => isSameRun(activity, other) === 'same')) continue
    await insertActivity(tx, activity)
    const activityId = activity.id
    await insertReceived(tx, { organizationId, accountId, source, externalId, activityId, at: fetchedAt })
    saved += 1
  }
  await markReceived(tx, organizationId, accountId, source, now)
  return ok({ value: { saved }, events: [] })
}
