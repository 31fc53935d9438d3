import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import type { Tx } from './db.ts'

/** What somebody was assigned goes; the templates they wrote and what they assigned others stay, in the heir's name. */
export async function erasePlans(
  tx: Tx,
  {
    organizationId,
    accountId,
    heirId,
  }: { organizationId: OrganizationId; accountId: AccountId; heirId: AccountId },
): Promise<void> {
  for (const table of ['session_changes', 'enrollments'] as const) {
    await tx
      .deleteFrom(table)
      .where('organization_id', '=', organizationId)
      .where('account_id', '=', accountId)
      .execute()
  }
  await tx
    .updateTable('plans')
    .set({ owner_id: heirId })
    .where('organization_id', '=', organizationId)
    .where('owner_id', '=', accountId)
    .execute()
  await tx
    .updateTable('enrollments')
    .set({ assigned_by: heirId })
    .where('organization_id', '=', organizationId)
    .where('assigned_by', '=', accountId)
    .execute()
}
