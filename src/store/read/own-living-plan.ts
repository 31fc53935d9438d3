import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import type { Reading } from '../db.ts'

/** When sessions come, what was changed and asked, and pauses, for somebody's own copy of their data. */
export async function readOwnLivingPlan(db: Reading, organizationId: OrganizationId, accountId: AccountId) {
  const hours = await db
    .selectFrom('session_hours')
    .select(['is_on', 'local_time', 'is_evening_before', 'on_rest_days', 'zone', 'last_on'])
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', accountId)
    .execute()
  const changes = await db
    .selectFrom('change_requests')
    .select(['kind', 'state', 'edits_json', 'note', 'created_at', 'answered_at'])
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', accountId)
    .orderBy('created_at')
    .execute()
  const pauses = await db
    .selectFrom('enrollment_pauses')
    .select(['enrollment_id', 'reason', 'until_on', 'updated_at'])
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', accountId)
    .execute()
  return {
    trainingPlan: {
      sessionHour: hours[0] ?? null,
      changes: changes.map(({ edits_json, ...change }) => ({
        ...change,
        edits: JSON.parse(edits_json) as unknown,
      })),
      pauses,
    },
  }
}
