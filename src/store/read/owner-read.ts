import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import type { Reading } from '../db.ts'
import { wordsWithin } from '../search-key-store.ts'
import { shownName } from '../shown-name.ts'

/**
 * Who of the club could own a group, by what was typed of their name: every present member who is not suspended. With
 * `nearTo` only coaches, that person, and who is in a group of theirs: nobody else's business is the whole roster.
 */
export async function listPossibleOwners(
  db: Reading,
  organizationId: OrganizationId,
  asked: { typed: string; nearTo: AccountId | null; limit: number },
): Promise<{ accountId: string; name: string }[]> {
  let query = db
    .selectFrom('memberships as m')
    .innerJoin('accounts as a', 'a.id', 'm.account_id')
    .where('m.organization_id', '=', organizationId)
    .where('m.left_at', 'is', null)
    .where('m.status', '<>', 'suspended')
    .select(['m.account_id', shownName().as('name')])
    .orderBy('m.search_key')
    .orderBy('m.account_id')
    .limit(asked.limit)
  for (const isWithin of wordsWithin('m.search_key', asked.typed)) query = query.where(isWithin)
  const { nearTo } = asked
  if (nearTo !== null) {
    query = query.where(({ or, eb, exists, selectFrom }) =>
      or([
        eb('m.account_id', '=', nearTo),
        exists(
          selectFrom('membership_roles as r')
            .whereRef('r.membership_id', '=', 'm.id')
            .where('r.role', 'in', ['head-coach', 'assistant-coach'])
            .select('r.role'),
        ),
        exists(
          selectFrom('group_memberships as gm')
            .innerJoin('groups as g', 'g.id', 'gm.group_id')
            .whereRef('gm.account_id', '=', 'm.account_id')
            .where('gm.left_at', 'is', null)
            .where('g.owner_id', '=', nearTo)
            .where('g.deleted_at', 'is', null)
            .select('gm.id'),
        ),
      ]),
    )
  }
  const rows = await query.execute()
  return rows.map(row => ({ accountId: row.account_id, name: row.name }))
}
