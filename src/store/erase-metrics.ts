import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import type { Tx } from './db.ts'
import { eraseRows } from './erase-rows.ts'

/** What was reckoned of somebody; what was kept of single activities went with those. */
export async function eraseMetrics(
  tx: Tx,
  organizationId: OrganizationId,
  accountId: AccountId,
): Promise<void> {
  await eraseRows(tx, { organizationId, accountId }, [
    'activity_efforts',
    'best_efforts',
    'athlete_vdot',
    'load_recomputes',
  ])
  // Who entered a value for somebody else is forgotten, the value stays.
  await tx
    .updateTable('athlete_vdot')
    .set({ entered_by: null })
    .where('organization_id', '=', organizationId)
    .where('entered_by', '=', accountId)
    .execute()
}
