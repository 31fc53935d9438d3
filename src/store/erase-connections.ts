import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import type { Tx } from './db.ts'

/** Connections of somebody, their secrets, and what came over them by its id. */
export async function eraseConnections(
  tx: Tx,
  organizationId: OrganizationId,
  accountId: AccountId,
): Promise<void> {
  for (const table of [
    'connector_jobs',
    'received_activities',
    'oauth_states',
    'connection_secrets',
    'connections',
  ] as const) {
    await tx
      .deleteFrom(table)
      .where('organization_id', '=', organizationId)
      .where('account_id', '=', accountId)
      .execute()
  }
}
