import type { AccountId, GroupId, OrganizationId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import type { Reading } from '../db.ts'

/**
 * How often each person cheered for runs of the group's present members from `from` until before `until`, by account;
 * who did not cheer is not in it. Runs that the group does not see any more do not count. The cost is that of the club's
 * cheers in that time.
 */
export async function countCheersGiven(
  db: Reading,
  organizationId: OrganizationId,
  groupId: GroupId,
  from: Instant,
  until: Instant,
): Promise<Map<AccountId, number>> {
  const rows = await db
    .selectFrom('kudos as k')
    .innerJoin('activities as act', 'act.id', 'k.activity_id')
    .innerJoin('group_memberships as gm', join =>
      join
        .onRef('gm.account_id', '=', 'act.account_id')
        .on('gm.group_id', '=', groupId)
        .on('gm.left_at', 'is', null),
    )
    .where('k.organization_id', '=', organizationId)
    .where('gm.organization_id', '=', organizationId)
    .where('k.given_at', '>=', from)
    .where('k.given_at', '<', until)
    .where('gm.is_shared', '=', 1)
    .where('act.visibility', '=', 'share')
    .where('act.source', '<>', 'strava')
    .groupBy('k.account_id')
    .select(eb => ['k.account_id', eb.fn.countAll<number>().as('cheers')])
    .execute()
  return new Map(rows.map(row => [row.account_id as AccountId, Number(row.cheers)]))
}
