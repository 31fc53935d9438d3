import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import type { Tx } from './db.ts'

/** The files that somebody dropped and the archives they imported; what came of them goes with their activities. */
export async function eraseImports(
  tx: Tx,
  organizationId: OrganizationId,
  accountId: AccountId,
): Promise<void> {
  await tx
    .deleteFrom('activity_files')
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', accountId)
    .execute()
  await tx
    .deleteFrom('import_jobs')
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', accountId)
    .execute()
}
