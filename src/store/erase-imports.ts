import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import type { Tx } from './db.ts'
import { eraseRows } from './erase-rows.ts'

/** The files that somebody dropped and the archives they imported; what came of them goes with their activities. */
export async function eraseImports(
  tx: Tx,
  organizationId: OrganizationId,
  accountId: AccountId,
): Promise<void> {
  await eraseRows(tx, { organizationId, accountId }, ['activity_files', 'import_jobs'])
}
