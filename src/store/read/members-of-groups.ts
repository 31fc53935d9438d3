import type { OrganizationId } from '#kernel/ids.ts'
import type { Reading } from '../db.ts'

/** Active athletes of the club as the groups they are in have them. */
export function membersOfGroups(db: Reading, organizationId: OrganizationId) {
  return db
    .selectFrom('group_memberships as gm')
    .innerJoin('memberships as m', join =>
      join
        .onRef('m.account_id', '=', 'gm.account_id')
        .onRef('m.organization_id', '=', 'gm.organization_id')
        .on('m.left_at', 'is', null)
        .on('m.status', '=', 'active'),
    )
    .innerJoin('membership_roles as r', join =>
      join.onRef('r.membership_id', '=', 'm.id').on('r.role', '=', 'athlete'),
    )
    .innerJoin('accounts as a', 'a.id', 'gm.account_id')
    .leftJoin('privacy_settings as p', join =>
      join.onRef('p.organization_id', '=', 'gm.organization_id').onRef('p.account_id', '=', 'gm.account_id'),
    )
    .where('gm.organization_id', '=', organizationId)
    .where('gm.left_at', 'is', null)
}
