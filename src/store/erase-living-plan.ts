import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import type { Tx } from './db.ts'
import { eraseRows } from './erase-rows.ts'

/** Hours, changes and pauses go with whoever they were for; what they asked of others, with its words. */
export async function eraseLivingPlan(
  tx: Tx,
  { organizationId, accountId }: { organizationId: OrganizationId; accountId: AccountId },
): Promise<void> {
  await eraseRows(tx, { organizationId, accountId }, [
    'session_hours',
    'change_requests',
    'enrollment_pauses',
  ])
  await tx
    .deleteFrom('change_requests')
    .where('organization_id', '=', organizationId)
    .where('asked_by', '=', accountId)
    .execute()
  await tx
    .updateTable('change_requests')
    .set({ answered_by: null })
    .where('organization_id', '=', organizationId)
    .where('answered_by', '=', accountId)
    .execute()
}
