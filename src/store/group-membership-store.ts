import type { GroupMember } from '#domain/group/group-card.ts'
import type { AccountId, GroupId, IdSource, OrganizationId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import type { Reading, Tx } from './db.ts'
import { presentInGroup } from './present-in-group.ts'
import { shownName } from './shown-name.ts'

/** Opens a membership interval; false when one is open already. */
export async function insertGroupMember(
  tx: Tx,
  newId: IdSource,
  member: {
    organizationId: OrganizationId
    groupId: GroupId
    accountId: AccountId
    isShared: boolean
    joinedAt: Instant
  },
): Promise<boolean> {
  const { organizationId, groupId, accountId } = member
  if (await isGroupMember(tx, organizationId, groupId, accountId)) return false
  await tx
    .insertInto('group_memberships')
    .values({
      id: newId<string & { readonly __id: 'group-membership' }>(),
      organization_id: organizationId,
      group_id: groupId,
      account_id: accountId,
      is_shared: member.isShared ? 1 : 0,
      joined_at: member.joinedAt,
      left_at: null,
    })
    .execute()
  return true
}

/** Closes the open interval; false when the account is not in the group. */
export async function endGroupMember(
  tx: Tx,
  organizationId: OrganizationId,
  groupId: GroupId,
  accountId: AccountId,
  now: Instant,
): Promise<boolean> {
  const result = await tx
    .updateTable('group_memberships')
    .set({ left_at: now })
    .where('organization_id', '=', organizationId)
    .where('group_id', '=', groupId)
    .where('account_id', '=', accountId)
    .where('left_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** The athlete's answer for one group; false when they are not in it. */
export async function updateGroupSharing(
  tx: Tx,
  organizationId: OrganizationId,
  groupId: GroupId,
  accountId: AccountId,
  isShared: boolean,
): Promise<boolean> {
  const result = await tx
    .updateTable('group_memberships')
    .set({ is_shared: isShared ? 1 : 0 })
    .where('organization_id', '=', organizationId)
    .where('group_id', '=', groupId)
    .where('account_id', '=', accountId)
    .where('left_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** What an account said last on sharing with a group it is or was in; undefined when it never was. */
export async function findLastSharing(
  db: Reading,
  organizationId: OrganizationId,
  groupId: string,
  accountId: AccountId,
): Promise<boolean | undefined> {
  const row = await db
    .selectFrom('group_memberships')
    .select('is_shared')
    .where('organization_id', '=', organizationId)
    .where('group_id', '=', groupId)
    .where('account_id', '=', accountId)
    .orderBy('joined_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row && row.is_shared === 1
}

export async function isGroupMember(
  db: Reading,
  organizationId: OrganizationId,
  groupId: GroupId,
  accountId: AccountId,
): Promise<boolean> {
  const row = await db
    .selectFrom('group_memberships')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('group_id', '=', groupId)
    .where('account_id', '=', accountId)
    .where('left_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/** Also true of those who left. */
export async function wasEverInGroup(
  db: Reading,
  organizationId: OrganizationId,
  groupId: string,
  accountId: AccountId,
): Promise<boolean> {
  return (await findLastSharing(db, organizationId, groupId, accountId)) !== undefined
}

/** Present members by name; those who left the club are in no group any more. */
export async function listGroupMembers(
  db: Reading,
  organizationId: OrganizationId,
  groupId: GroupId,
): Promise<GroupMember[]> {
  const rows = await presentInGroup(db, organizationId, groupId)
    .orderBy('m.search_key')
    .orderBy('a.id')
    .select(['a.id', 'a.slack_user_id', shownName().as('display_name'), 'm.status', 'gm.is_shared'])
    .execute()
  return rows.map(row => ({
    accountId: row.id as AccountId,
    slackUserId: row.slack_user_id,
    displayName: row.display_name,
    status: row.status,
    isShared: row.is_shared === 1,
  }))
}

/** How many active members each group has, by group id; deleted groups keep theirs. */
export async function countGroupMembers(
  db: Reading,
  organizationId: OrganizationId,
): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('group_memberships as gm')
    .innerJoin('memberships as m', join =>
      join
        .onRef('m.account_id', '=', 'gm.account_id')
        .onRef('m.organization_id', '=', 'gm.organization_id')
        .on('m.left_at', 'is', null),
    )
    .where('gm.organization_id', '=', organizationId)
    .where('gm.left_at', 'is', null)
    .where('m.status', '=', 'active')
    .groupBy('gm.group_id')
    .select(expression => ['gm.group_id', expression.fn.countAll<number>().as('members')])
    .execute()
  return new Map(rows.map(row => [row.group_id, Number(row.members)]))
}

/** Ids of the groups an account is in; of deleted ones too. */
export async function listGroupIdsOf(
  db: Reading,
  organizationId: OrganizationId,
  accountId: AccountId,
): Promise<Set<string>> {
  const rows = await db
    .selectFrom('group_memberships')
    .select('group_id')
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', accountId)
    .where('left_at', 'is', null)
    .execute()
  return new Set(rows.map(row => row.group_id))
}

/** Ids of the groups an account is or was in. */
export async function listGroupIdsEverIn(
  db: Reading,
  organizationId: OrganizationId,
  accountId: AccountId,
): Promise<string[]> {
  const rows = await db
    .selectFrom('group_memberships')
    .select('group_id')
    .distinct()
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', accountId)
    .execute()
  return rows.map(row => row.group_id)
}
