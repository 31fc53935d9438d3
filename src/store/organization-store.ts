import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import type { Instant, Zone } from '#kernel/instant.ts'
import type { Reading, Tx } from './db.ts'

export type Organization = {
  id: OrganizationId
  slackTeamId: string
  name: string
  /** The club's zone: what its posts' weeks go by. */
  zone: Zone
  isDemo: boolean
  createdAt: Instant
}

export async function insertOrganization(tx: Tx, organization: Organization): Promise<void> {
  await tx
    .insertInto('organizations')
    .values({
      id: organization.id,
      slack_team_id: organization.slackTeamId,
      name: organization.name,
      zone: organization.zone,
      is_demo: organization.isDemo ? 1 : 0,
      created_at: organization.createdAt,
    })
    .execute()
}

export async function findOrganizationBySlackTeam(
  db: Reading,
  slackTeamId: string,
): Promise<Organization | undefined> {
  const row = await db
    .selectFrom('organizations')
    .selectAll()
    .where('slack_team_id', '=', slackTeamId)
    .executeTakeFirst()
  return row && organizationOf(row)
}

export async function getOrganization(db: Reading, id: OrganizationId): Promise<Organization> {
  return organizationOf(
    await db.selectFrom('organizations').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
  )
}

export async function listOrganizations(db: Reading): Promise<Organization[]> {
  const rows = await db.selectFrom('organizations').selectAll().orderBy('id').execute()
  return rows.map(organizationOf)
}

/** The head coach's account; undefined while nobody has claimed the club. */
export async function findHeadCoach(
  db: Reading,
  organizationId: OrganizationId,
): Promise<{ accountId: AccountId; slackUserId: string } | undefined> {
  const row = await db
    .selectFrom('memberships as m')
    .innerJoin('membership_roles as r', 'r.membership_id', 'm.id')
    .innerJoin('accounts as a', 'a.id', 'm.account_id')
    .where('m.organization_id', '=', organizationId)
    .where('m.left_at', 'is', null)
    .where('r.role', '=', 'head-coach')
    .select(['a.id', 'a.slack_user_id'])
    .executeTakeFirst()
  return row && { accountId: row.id as AccountId, slackUserId: row.slack_user_id }
}

function organizationOf(row: {
  id: string
  slack_team_id: string
  name: string
  zone: string
  is_demo: number
  created_at: number
}): Organization {
  return {
    id: row.id as OrganizationId,
    slackTeamId: row.slack_team_id,
    name: row.name,
    zone: row.zone as Zone,
    isDemo: row.is_demo === 1,
    createdAt: row.created_at as Instant,
  }
}
