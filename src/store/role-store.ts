import type { MemberStatus, Role } from '#domain/organization/role.ts'
import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import type { Reading, Tx } from './db.ts'
import { shownName } from './shown-name.ts'

/** A present member with everything that permissions go by. */
export type ClubMember = {
  membershipId: string
  organizationId: OrganizationId
  accountId: AccountId
  slackUserId: string
  /** The club's name for them, else Slack's. */
  displayName: string
  slackName: string
  isDeactivated: boolean
  status: MemberStatus
  /** Since when Slack has closed the account of a member who was active until then. */
  deactivatedAt: Instant | null
  roles: ReadonlySet<Role>
}

export type WhichMember = { accountId: string } | { slackUserId: string }

/** A present member of the organization with their roles; undefined when they are not in it. */
export async function findClubMember(
  db: Reading,
  organizationId: OrganizationId,
  which: WhichMember,
): Promise<ClubMember | undefined> {
  const rows = await db
    .selectFrom('memberships as m')
    .innerJoin('accounts as a', 'a.id', 'm.account_id')
    .leftJoin('membership_roles as r', 'r.membership_id', 'm.id')
    .where('m.organization_id', '=', organizationId)
    .where('m.left_at', 'is', null)
    .where(({ eb }) =>
      'accountId' in which ? eb('a.id', '=', which.accountId) : eb('a.slack_user_id', '=', which.slackUserId),
    )
    .select([
      'm.id as membership_id',
      'm.account_id',
      'm.status',
      'm.deactivated_at',
      'a.slack_user_id',
      shownName().as('shown_name'),
      'a.display_name',
      'a.is_deactivated',
      'r.role',
    ])
    .execute()
  const [first] = rows
  return (
    first && {
      membershipId: first.membership_id,
      organizationId,
      accountId: first.account_id as AccountId,
      slackUserId: first.slack_user_id,
      displayName: first.shown_name,
      slackName: first.display_name,
      isDeactivated: first.is_deactivated === 1,
      status: first.status as MemberStatus,
      deactivatedAt: first.deactivated_at as Instant | null,
      roles: new Set(rows.flatMap(row => (row.role ? [row.role as Role] : []))),
    }
  )
}

export type PresentMember = Pick<ClubMember, 'membershipId' | 'organizationId'>

/** Makes a member's roles exactly these. */
export async function setRoles(
  tx: Tx,
  { membershipId, organizationId }: PresentMember,
  roles: ReadonlySet<Role>,
): Promise<void> {
  await tx
    .deleteFrom('membership_roles')
    .where('membership_id', '=', membershipId)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('memberships as m')
          .select('m.id')
          .where('m.id', '=', membershipId)
          .where('m.organization_id', '=', organizationId),
      ),
    )
    .execute()
  await tx
    .insertInto('membership_roles')
    .values([...roles].map(role => ({ membership_id: membershipId, role })))
    .execute()
}

/** Changes a present member's status. `deactivatedAt` stays only while Slack's closing of the account is why. */
export async function updateMemberStatus(
  tx: Tx,
  { membershipId, organizationId }: PresentMember,
  status: MemberStatus,
  deactivatedAt: Instant | null,
): Promise<void> {
  await tx
    .updateTable('memberships')
    .set({ status, deactivated_at: deactivatedAt })
    .where('id', '=', membershipId)
    .where('organization_id', '=', organizationId)
    .execute()
}

/** Closes the membership and every group membership within it; gives the ids of the groups. */
export async function closeMembership(
  tx: Tx,
  member: Pick<ClubMember, 'membershipId' | 'organizationId' | 'accountId'>,
  now: Instant,
): Promise<string[]> {
  await tx
    .updateTable('memberships')
    .set({ left_at: now })
    .where('id', '=', member.membershipId)
    .where('organization_id', '=', member.organizationId)
    .where('left_at', 'is', null)
    .execute()
  const groups = await tx
    .updateTable('group_memberships')
    .set({ left_at: now })
    .where('organization_id', '=', member.organizationId)
    .where('account_id', '=', member.accountId)
    .where('left_at', 'is', null)
    .returning('group_id')
    .execute()
  return groups.map(row => row.group_id)
}
