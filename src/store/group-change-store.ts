import type { MembershipChange } from '#domain/group/membership-change.ts'
import type { AccountId, GroupId, OrganizationId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import type { Reading, Tx } from './db.ts'
import { dropChangesBefore } from './undo-log.ts'

/**
 * Keeps which intervals a change opened or closed, and drops what nobody can take back any more. Called right after the
 * change, with the instant at which it was made.
 */
export async function insertMembershipChange(
  tx: Tx,
  change: MembershipChange & { organizationId: OrganizationId },
  accountIds: readonly AccountId[],
  keptSince: Instant,
): Promise<void> {
  const { organizationId } = change
  await dropChangesBefore(tx, 'group', organizationId, keptSince)
  await tx
    .insertInto('group_changes')
    .values({
      id: change.id,
      organization_id: organizationId,
      group_id: change.groupId,
      made_by: change.madeBy,
      kind: change.kind,
      made_at: change.madeAt,
      undone_at: null,
    })
    .execute()
  let intervals = tx
    .selectFrom('group_memberships')
    .select(['id', 'account_id'])
    .where('organization_id', '=', organizationId)
    .where('group_id', '=', change.groupId)
    .where('account_id', 'in', accountIds)
    .orderBy('id')
  intervals =
    change.kind === 'added'
      ? intervals.where('left_at', 'is', null)
      : intervals.where('left_at', '=', change.madeAt)
  // Two intervals may end at one instant: the newer is the one that this change closed.
  const byPerson = new Map((await intervals.execute()).map(row => [row.account_id, row.id]))
  await tx
    .insertInto('group_change_people')
    .values(
      [...byPerson].map(([accountId, membershipId]) => ({
        change_id: change.id,
        organization_id: organizationId,
        account_id: accountId,
        membership_id: membershipId,
      })),
    )
    .execute()
}

export async function findMembershipChange(
  db: Reading,
  organizationId: OrganizationId,
  id: string,
): Promise<MembershipChange | undefined> {
  const row = await db
    .selectFrom('group_changes')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      groupId: row.group_id as GroupId,
      madeBy: row.made_by as AccountId,
      kind: row.kind === 'added' ? 'added' : 'removed',
      madeAt: row.made_at as Instant,
    }
  )
}

/** Whom a change was about, and whether their interval is as the change left it and they are still in the club. */
export async function listChangedMembers(
  db: Reading,
  organizationId: OrganizationId,
  change: MembershipChange,
): Promise<{ accountId: AccountId; membershipId: string; name: string; isAsLeft: boolean }[]> {
  const rows = await db
    .selectFrom('group_change_people as p')
    .innerJoin('accounts as a', 'a.id', 'p.account_id')
    .leftJoin('memberships as m', join =>
      join
        .onRef('m.account_id', '=', 'p.account_id')
        .onRef('m.organization_id', '=', 'p.organization_id')
        .on('m.left_at', 'is', null),
    )
    .leftJoin('group_memberships as i', 'i.id', 'p.membership_id')
    .leftJoin('group_memberships as present', join =>
      join
        .onRef('present.account_id', '=', 'p.account_id')
        .on('present.group_id', '=', change.groupId)
        .on('present.left_at', 'is', null),
    )
    .where('p.organization_id', '=', organizationId)
    .where('p.change_id', '=', change.id)
    .orderBy('a.display_name')
    .select([
      'p.account_id',
      'p.membership_id',
      'a.display_name',
      'm.nickname',
      'm.id as club_membership',
      'i.id as interval_id',
      'i.left_at',
      'present.id as present_id',
    ])
    .execute()
  return rows.map(row => ({
    accountId: row.account_id as AccountId,
    membershipId: row.membership_id,
    name: row.nickname ?? row.display_name,
    isAsLeft:
      row.club_membership !== null &&
      row.interval_id !== null &&
      (change.kind === 'added'
        ? row.left_at === null
        : row.left_at === change.madeAt && row.present_id === null),
  }))
}

/** Lets a closed interval go on as if it had never been closed. */
export async function reopenGroupMember(
  tx: Tx,
  organizationId: OrganizationId,
  membershipId: string,
): Promise<void> {
  await tx
    .updateTable('group_memberships')
    .set({ left_at: null })
    .where('organization_id', '=', organizationId)
    .where('id', '=', membershipId)
    .execute()
}
