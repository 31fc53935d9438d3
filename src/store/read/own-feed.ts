import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import type { Reading } from '../db.ts'

/** What was said to somebody's runs, and what they said to others', for their export. */
export async function readOwnFeed(db: Reading, organizationId: OrganizationId, accountId: AccountId) {
  const received = await db
    .selectFrom('kudos as k')
    .innerJoin('activities as act', 'act.id', 'k.activity_id')
    .innerJoin('accounts as a', 'a.id', 'k.account_id')
    .where('k.organization_id', '=', organizationId)
    .where('act.account_id', '=', accountId)
    .where('act.source', '<>', 'strava')
    .orderBy('k.given_at')
    .select(['k.activity_id', 'a.display_name as from', 'k.given_at'])
    .execute()
  const given = await db
    .selectFrom('kudos')
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', accountId)
    .orderBy('given_at')
    .select(['activity_id', 'given_at'])
    .execute()
  const comments = await db
    .selectFrom('activity_comments as c')
    .innerJoin('activities as act', 'act.id', 'c.activity_id')
    .innerJoin('accounts as a', 'a.id', 'c.author_id')
    .where('c.organization_id', '=', organizationId)
    .where(({ or, eb }) => or([eb('act.account_id', '=', accountId), eb('c.author_id', '=', accountId)]))
    .where('act.source', '<>', 'strava')
    .orderBy('c.created_at')
    .select(['c.activity_id', 'a.display_name as by', 'c.text', 'c.created_at'])
    .execute()
  return { cheers: { received, given }, feedback: comments }
}
