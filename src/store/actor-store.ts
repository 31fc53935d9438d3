import type { Actor } from '#domain/organization/actor.ts'
import type { MemberStatus, Role } from '#domain/organization/role.ts'
import type { AccountId, OrganizationId, SlackTeamId, SlackUserId } from '#kernel/ids.ts'
import type { Zone } from '#kernel/instant.ts'
import type { Reading } from './db.ts'
import { shownName } from './shown-name.ts'

type Who =
  | { kind: 'slack'; teamId: SlackTeamId; userId: SlackUserId }
  | { kind: 'system'; organizationId: OrganizationId; isOperator?: boolean }

/** Says who somebody is at this moment: a member with their roles, or a stranger. */
export async function findActor(db: Reading, who: Who): Promise<Actor> {
  if (who.kind === 'system') return who
  const rows = await db
    .selectFrom('organizations as o')
    .leftJoin('accounts as a', join =>
      join.onRef('a.slack_team_id', '=', 'o.slack_team_id').on('a.slack_user_id', '=', who.userId),
    )
    .leftJoin('memberships as m', join =>
      join
        .onRef('m.account_id', '=', 'a.id')
        .onRef('m.organization_id', '=', 'o.id')
        .on('m.left_at', 'is', null),
    )
    .leftJoin('membership_roles as r', 'r.membership_id', 'm.id')
    .where('o.slack_team_id', '=', who.teamId)
    .select([
      'o.id as organization_id',
      'a.id as account_id',
      shownName().as('display_name'),
      'a.zone',
      'm.status',
      'r.role',
    ])
    .execute()
  const [first] = rows
  if (!first?.account_id || !first.status || !first.display_name || !first.zone) {
    return {
      kind: 'stranger',
      organizationId: (first?.organization_id ?? null) as OrganizationId | null,
      slackTeamId: who.teamId,
      slackUserId: who.userId,
    }
  }
  return {
    kind: 'member',
    organizationId: first.organization_id as OrganizationId,
    accountId: first.account_id as AccountId,
    slackUserId: who.userId,
    displayName: first.display_name,
    zone: first.zone as Zone,
    status: first.status as MemberStatus,
    roles: new Set(rows.flatMap(row => (row.role ? [row.role as Role] : []))),
  }
}
