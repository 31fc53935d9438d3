import type { MemberStatus, Role } from '#domain/organization/role.ts'
import type { AccountId, IdSource, OrganizationId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import type { Reading, Tx } from './db.ts'
import { updateSearchKey } from './search-key-store.ts'
import { shownName } from './shown-name.ts'

export type Membership = {
  id: string
  organizationId: OrganizationId
  accountId: AccountId
  displayName: string
  status: MemberStatus
  sharesByDefault: boolean
}

export async function insertMembership(
  tx: Tx,
  newId: IdSource,
  membership: {
    organizationId: OrganizationId
    accountId: AccountId
    roles: readonly Role[]
    sharesByDefault: boolean
    joinedAt: Instant
  },
): Promise<void> {
  const id = newId<string & { readonly __id: 'membership' }>()
  await tx
    .insertInto('memberships')
    .values({
      id,
      organization_id: membership.organizationId,
      account_id: membership.accountId,
      status: 'active',
      shares_by_default: membership.sharesByDefault ? 1 : 0,
      joined_at: membership.joinedAt,
      left_at: null,
    })
    .execute()
  await tx
    .insertInto('membership_roles')
    .values(membership.roles.map(role => ({ membership_id: id, role })))
    .execute()
  await updateSearchKey(tx, membership.accountId)
}

/** The athlete's answer for groups they join from now on. */
export async function updateSharesByDefault(
  tx: Tx,
  organizationId: OrganizationId,
  accountId: AccountId,
  sharesByDefault: boolean,
): Promise<void> {
  await tx
    .updateTable('memberships')
    .set({ shares_by_default: sharesByDefault ? 1 : 0 })
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', accountId)
    .where('left_at', 'is', null)
    .execute()
}

/** The organization to which an account belongs now, whichever it is. */
export async function findMembership(db: Reading, accountId: AccountId): Promise<Membership | undefined> {
  const row = await memberships(db).where('m.account_id', '=', accountId).executeTakeFirst()
  return row && membershipOf(row)
}

/** Members of the organization among the given Slack users, by Slack user id. */
export async function listMembersBySlackUser(
  db: Reading,
  organizationId: OrganizationId,
  slackUserIds: readonly string[],
): Promise<Map<string, Membership>> {
  if (slackUserIds.length === 0) return new Map()
  const rows = await memberships(db)
    .where('m.organization_id', '=', organizationId)
    .where('a.slack_user_id', 'in', slackUserIds)
    .execute()
  return new Map(rows.map(row => [row.slack_user_id, membershipOf(row)]))
}

/** Active athletes, and how many of them are in no live group. */
export async function countAthletes(
  db: Reading,
  organizationId: OrganizationId,
): Promise<{ totalAthletes: number; unassignedCount: number }> {
  const row = await db
    .selectFrom('memberships as m')
    .innerJoin('membership_roles as r', 'r.membership_id', 'm.id')
    .where('m.organization_id', '=', organizationId)
    .where('m.left_at', 'is', null)
    .where('m.status', '=', 'active')
    .where('r.role', '=', 'athlete')
    .select(expression => [
      expression.fn.countAll<number>().as('total'),
      expression.fn
        .countAll<number>()
        .filterWhere(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('group_memberships as gm')
                .innerJoin('groups as g', 'g.id', 'gm.group_id')
                .whereRef('gm.account_id', '=', 'm.account_id')
                .where('gm.left_at', 'is', null)
                .where('g.deleted_at', 'is', null)
                .where('g.organization_id', '=', organizationId)
                .select('gm.id'),
            ),
          ),
        )
        .as('unassigned'),
    ])
    .executeTakeFirstOrThrow()
  return { totalAthletes: Number(row.total), unassignedCount: Number(row.unassigned) }
}

function memberships(db: Reading) {
  return db
    .selectFrom('memberships as m')
    .innerJoin('accounts as a', 'a.id', 'm.account_id')
    .where('m.left_at', 'is', null)
    .select([
      'm.id',
      'm.organization_id',
      'm.account_id',
      'm.status',
      'm.shares_by_default',
      shownName().as('display_name'),
      'a.slack_user_id',
    ])
}

function membershipOf(row: {
  id: string
  organization_id: string
  account_id: string
  status: string
  shares_by_default: number
  display_name: string
}): Membership {
  return {
    id: row.id,
    organizationId: row.organization_id as OrganizationId,
    accountId: row.account_id as AccountId,
    displayName: row.display_name,
    status: row.status as MemberStatus,
    sharesByDefault: row.shares_by_default === 1,
  }
}
