import type { Tx } from './db.ts'
import { eraseRows, type Leaver } from './erase-rows.ts'

/** What was said by hand of somebody's runs and when they can train goes; what they said of others stays, in the heir's name. */
export async function eraseAdherence(tx: Tx, { organizationId, accountId, heirId }: Leaver): Promise<void> {
  await eraseRows(tx, { organizationId, accountId }, [
    'session_matches',
    'availability_days',
    'availability_weeks',
  ])
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
