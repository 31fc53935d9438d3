import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import type { Tx } from './db.ts'
import { eraseRows } from './erase-rows.ts'

/** Connections of somebody, their secrets, and what came over them by its id. */
export async function eraseConnections(
  tx: Tx,
  organizationId: OrganizationId,
  accountId: AccountId,
): Promise<void> {
  await eraseRows(tx, { organizationId, accountId }, [
    'connector_jobs',
    'received_activities',
    'oauth_states',
    'connection_secrets',
    'connections',
  ])
}
