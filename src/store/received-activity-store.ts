import type { ConnectedSource } from '#domain/connection/connection.ts'
import type { AccountId, ActivityId, OrganizationId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import type { Reading, Tx } from './db.ts'

/** SQLite takes so many values in one question without complaint. */
const AT_ONCE = 500

/** Which of these came before, and what became of each; null where it is gone. */
export async function findReceived(
  db: Reading,
  organizationId: OrganizationId,
  accountId: AccountId,
  source: ConnectedSource,
  externalIds: readonly string[],
): Promise<Map<string, ActivityId | null>> {
  const found = new Map<string, ActivityId | null>()
  for (let from = 0; from < externalIds.length; from += AT_ONCE) {
    const rows = await db
      .selectFrom('received_activities')
      .select(['external_id', 'activity_id'])
      .where('organization_id', '=', organizationId)
      .where('account_id', '=', accountId)
      .where('source', '=', source)
      .where('external_id', 'in', externalIds.slice(from, from + AT_ONCE))
      .execute()
    for (const row of rows) found.set(row.external_id, row.activity_id as ActivityId | null)
  }
  return found
}

export async function insertReceived(
  tx: Tx,
  received: {
    organizationId: OrganizationId
    accountId: AccountId
    source: ConnectedSource
    externalId: string
    activityId: ActivityId | null
    at: Instant
  },
): Promise<void> {
  await tx
    .insertInto('received_activities')
    .values({
      organization_id: received.organizationId,
      account_id: received.accountId,
      source: received.source,
      external_id: received.externalId,
      activity_id: received.activityId,
      received_at: received.at,
    })
    .execute()
}

/** Deletes activities that came from Strava, and that they came; all of somebody's, or those of these ids. */
export async function deleteStravaActivities(
  tx: Tx,
  organizationId: OrganizationId,
  accountId: AccountId,
  externalIds: readonly string[] | null,
): Promise<number> {
  let received = tx
    .selectFrom('received_activities')
    .select('activity_id')
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', accountId)
    .where('source', '=', 'strava')
    .where('activity_id', 'is not', null)
  let forgotten = tx
    .deleteFrom('received_activities')
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', accountId)
    .where('source', '=', 'strava')
  if (externalIds) {
    if (externalIds.length === 0) return 0
    received = received.where('external_id', 'in', externalIds)
    forgotten = forgotten.where('external_id', 'in', externalIds)
  }
  const deleted = await tx
    .deleteFrom('activities')
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', accountId)
    .where('source', '=', 'strava')
    .where('id', 'in', received)
    .executeTakeFirst()
  await forgotten.execute()
  return Number(deleted.numDeletedRows)
}

/** Whose activities came from Strava before then; at most so many, oldest first. */
export async function listReceivedBefore(
  db: Reading,
  organizationId: OrganizationId,
  before: number,
  limit: number,
): Promise<{ accountId: AccountId; externalId: string }[]> {
  const rows = await db
    .selectFrom('received_activities')
    .select(['account_id', 'external_id'])
    .where('organization_id', '=', organizationId)
    .where('source', '=', 'strava')
    .where('received_at', '<=', before)
    .orderBy('received_at')
    .limit(limit)
    .execute()
  return rows.map(row => ({ accountId: row.account_id as AccountId, externalId: row.external_id }))
}
