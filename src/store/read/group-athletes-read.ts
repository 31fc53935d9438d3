import type { MemberStatus } from '#domain/organization/role.ts'
import type { PrivacySwitches } from '#domain/privacy/privacy-switches.ts'
import type { AccountId, GroupId, OrganizationId } from '#kernel/ids.ts'
import type { Reading } from '../db.ts'
import { SWITCH_COLUMNS, switchesOf } from '../privacy-store.ts'
import { shownName } from '../shown-name.ts'
import { membersOfGroups } from './members-of-groups.ts'

export type GroupAthlete = {
  accountId: AccountId
  name: string
  status: MemberStatus
  sharesWithGroup: boolean
  switches: PrivacySwitches
  /** Assigned to the coach who asks. */
  isAssigned: boolean
}

/** The active athletes of a group by name, with what decides what a coach may see of them. */
export async function listGroupAthletes(
  db: Reading,
  organizationId: OrganizationId,
  groupId: GroupId,
  coachId: AccountId,
): Promise<GroupAthlete[]> {
  const rows = await membersOfGroups(db, organizationId)
    .leftJoin('coach_assignments as c', join =>
      join
        .onRef('c.organization_id', '=', 'gm.organization_id')
        .onRef('c.athlete_id', '=', 'gm.account_id')
        .on('c.coach_id', '=', coachId)
        .on('c.ended_at', 'is', null),
    )
    .where('gm.group_id', '=', groupId)
    .orderBy('m.search_key')
    .orderBy('gm.account_id')
    .select([
      'gm.account_id',
      'gm.is_shared',
      'm.status',
      shownName().as('display_name'),
      'c.id as assignment',
      ...SWITCH_COLUMNS,
    ])
    .execute()
  return rows.map(row => ({
    accountId: row.account_id as AccountId,
    name: row.display_name,
    status: row.status as MemberStatus,
    sharesWithGroup: row.is_shared === 1,
    switches: switchesOf(row),
    isAssigned: row.assignment !== null,
  }))
}
