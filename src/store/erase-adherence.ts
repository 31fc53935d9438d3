import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import type { Tx } from './db.ts'

/** What was said by hand of somebody's runs and when they can train goes; what they said of others stays, in the heir's name. */
export async function eraseAdherence(
  tx: Tx,
  {
    organizationId,
    accountId,
    heirId,
  }: { organizationId: OrganizationId; accountId: AccountId; heirId: AccountId },
): Promise<void> {
  for (const table of ['session_matches', 'availability_days', 'availability_weeks'] as const) {
    await tx
      .deleteFrom(table)
      .where('organization_id', '=', organizationId)
      .where('account_id', '=', accountId)
      .execute()
  }
  await tx
    .updateTable('session_matches')
    .set({ matched_by: heirId })
    .where('organization_id', '=', organizationId)
    .where('matched_by', '=', accountId)
    .execute()
  await tx
    .updateTable('availability_rounds')
    .set({ set_by: heirId })
    .where('organization_id', '=', organizationId)
    .where('set_by', '=', accountId)
    .execute()
}
