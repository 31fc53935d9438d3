import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import type { Reading } from '../db.ts'

/** What somebody asked of groups, and what they were offered. */
export async function readOwnGroups(db: Reading, organizationId: OrganizationId, accountId: AccountId) {
  const asked = await db
    .selectFrom('group_requests as q')
    .innerJoin('groups as g', 'g.id', 'q.group_id')
    .where('q.organization_id', '=', organizationId)
    .where('q.account_id', '=', accountId)
    .orderBy('q.asked_at')
    .select(['g.name as group_name', 'q.state', 'q.asked_at', 'q.answered_at'])
    .execute()
  const offered = await db
    .selectFrom('group_offers')
    .select(['channel_id', 'kind', 'offered_at'])
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', accountId)
    .orderBy('offered_at')
    .execute()
  const changed = await db
    .selectFrom('group_change_people as p')
    .innerJoin('group_changes as c', 'c.id', 'p.change_id')
    .innerJoin('groups as g', 'g.id', 'c.group_id')
    .where('p.organization_id', '=', organizationId)
    .where('p.account_id', '=', accountId)
    .orderBy('c.made_at')
    .select(['g.name as group_name', 'c.kind', 'c.made_at', 'c.undone_at'])
    .execute()
  return { groupRequests: { asked, offered, changed } }
}
