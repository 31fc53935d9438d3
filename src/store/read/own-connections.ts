import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import type { Reading } from '../db.ts'

/** What somebody connected, without the secrets, and what of it is told apart by its id at the source. */
export async function readOwnConnections(db: Reading, organizationId: OrganizationId, accountId: AccountId) {
  const connected = await db
    .selectFrom('connections')
    .select(['source', 'external_id', 'connected_at', 'last_received_at'])
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', accountId)
    .orderBy('source')
    .execute()
  const received = await db
    .selectFrom('received_activities')
    .select(['source', 'external_id', 'activity_id', 'received_at'])
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', accountId)
    // By its terms nothing of Strava's may be in a file that is kept longer than seven days.
    .where('source', '<>', 'strava')
    .orderBy('received_at')
    .execute()
  return { connections: { connected, received } }
}
