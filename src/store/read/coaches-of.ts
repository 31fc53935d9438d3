import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import type { Reading } from '../db.ts'

/** The coaches in whose care somebody is, in the order in which they were put there. */
export async function listCoachesOf(
  db: Reading,
  organizationId: OrganizationId,
  athleteId: AccountId,
): Promise<AccountId[]> {
  const rows = await db
    .selectFrom('coach_assignments')
    .select('coach_id')
    .where('organization_id', '=', organizationId)
    .where('athlete_id', '=', athleteId)
    .where('ended_at', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map(row => row.coach_id as AccountId)
}
