import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import type { Reading } from '../db.ts'

/** What was said by hand of somebody's runs, and when they could train, for their own copy of their data. */
export async function readOwnAdherence(db: Reading, organizationId: OrganizationId, accountId: AccountId) {
  const matches = await db
    .selectFrom('session_matches as m')
    .leftJoin('enrollments as e', join =>
      join.onRef('e.id', '=', 'm.enrollment_id').on('e.organization_id', '=', organizationId),
    )
    .where('m.organization_id', '=', organizationId)
    .where('m.account_id', '=', accountId)
    .orderBy('m.matched_at')
    .select(['m.activity_id', 'e.title as plan', 'm.day_index', 'm.slot', 'm.matched_at'])
    .execute()
  const weeks = await db
    .selectFrom('availability_weeks')
    .select(['week_on', 'asked_at', 'answered_at'])
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', accountId)
    .orderBy('week_on')
    .execute()
  const days = await db
    .selectFrom('availability_days')
    .select(['on_day', 'answer', 'minutes'])
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', accountId)
    .orderBy('on_day')
    .execute()
  return { sessionMatches: matches, availability: { weeks, days } }
}
