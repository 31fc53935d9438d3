import type { GroupId, OrganizationId } from '#kernel/ids.ts'
import type { Reading } from './db.ts'

/** Present members of a group: those who left the club are in no group any more. To be ordered and selected from. */
export function presentInGroup(db: Reading, organizationId: OrganizationId, groupId: GroupId) {
  return db
    .selectFrom('group_memberships as gm')
    .innerJoin('accounts as a', 'a.id', 'gm.account_id')
    .innerJoin('memberships as m', join =>
      join
        .onRef('m.account_id', '=', 'gm.account_id')
        .onRef('m.organization_id', '=', 'gm.organization_id')
        .on('m.left_at', 'is', null),
    )
    .where('gm.organization_id', '=', organizationId)
    .where('gm.group_id', '=', groupId)
    .where('gm.left_at', 'is', null)
}

/** Those of them who have the athlete's role. */
export function athletesInGroup(db: Reading, organizationId: OrganizationId, groupId: GroupId) {
  return presentInGroup(db, organizationId, groupId).innerJoin('membership_roles as r', join =>
    join.onRef('r.membership_id', '=', 'm.id').on('r.role', '=', 'athlete'),
  )
}
