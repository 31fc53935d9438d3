import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import type { Reading } from '../db.ts'

/** What was reckoned of somebody, for their export. */
export async function readOwnMetrics(db: Reading, organizationId: OrganizationId, accountId: AccountId) {
  const vdot = await db
    .selectFrom('athlete_vdot')
    .select(['valid_from', 'basis', 'vdot_milli', 'distance_cm', 'duration_ms', 'activity_id', 'version'])
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', accountId)
    .orderBy('valid_from')
    .execute()
  const recordings = await db
    .selectFrom('activity_efforts')
    .select(['activity_id', 'profile_json'])
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', accountId)
    .orderBy('started_at')
    .execute()
  const bests = await db
    .selectFrom('best_efforts')
    .select(['activity_id', 'distance_cm', 'duration_ms'])
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', accountId)
    .orderBy('distance_cm')
    .orderBy('duration_ms')
    .execute()
  return {
    metrics: {
      vdot,
      bestEfforts: bests,
      recordings: recordings.map(({ profile_json, ...row }) => ({
        ...row,
        profile: JSON.parse(profile_json) as unknown,
      })),
    },
  }
}
