import type { AccountId, IdSource, OrganizationId, SlackTeamId, SlackUserId } from '#kernel/ids.ts'
import type { Instant, Zone } from '#kernel/instant.ts'
import type { Reading, Tx } from './db.ts'
import { updateSearchKey } from './search-key-store.ts'
import { retimeSessionHours } from './session-hour-store.ts'
import { shownNameOf } from './shown-name.ts'

export type Account = {
  id: AccountId
  slackTeamId: string
  slackUserId: string
  displayName: string
  zone: Zone
}

/** What Slack says of a person now; an account keeps the newest. */
export type AccountFacts = Omit<Account, 'id'> & {
  isDeactivated: boolean
  /** Where Slack tells it; what is known stays when it does not. */
  email?: string | null
}

/** Finds or makes the account of a person in Slack, and takes over their present name and zone. */
export async function upsertAccount(
  tx: Tx,
  newId: IdSource,
  facts: AccountFacts,
  now: Instant,
): Promise<AccountId> {
  const row = await tx
    .insertInto('accounts')
    .values({
      id: newId<AccountId>(),
      slack_team_id: facts.slackTeamId,
      slack_user_id: facts.slackUserId,
      display_name: facts.displayName,
      zone: facts.zone,
      is_deactivated: facts.isDeactivated ? 1 : 0,
      email: facts.email ?? null,
      created_at: now,
      updated_at: now,
    })
    .onConflict(conflict =>
      conflict.columns(['slack_team_id', 'slack_user_id']).doUpdateSet({
        display_name: facts.displayName,
        zone: ({ eb, ref }) =>
          eb.case().when('accounts.has_own_zone', '=', 1).then(ref('accounts.zone')).else(facts.zone).end(),
        is_deactivated: facts.isDeactivated ? 1 : 0,
        ...(facts.email ? { email: facts.email } : {}),
        updated_at: now,
      }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  await updateSearchKey(tx, row.id as AccountId)
  await retimeSessionHours(tx, row.id as AccountId)
  return row.id as AccountId
}

/** Names by which the club knows them and Slack ids of accounts, by id; only of people who have had to do with the organization. */
export async function listAccounts(
  db: Reading,
  organizationId: OrganizationId,
  ids: readonly string[],
): Promise<Map<string, Account>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('accounts as a')
    .innerJoin('organizations as o', 'o.slack_team_id', 'a.slack_team_id')
    .where('o.id', '=', organizationId)
    .where('a.id', 'in', [...new Set(ids)])
    .select([
      'a.id',
      'a.slack_team_id',
      'a.slack_user_id',
      shownNameOf('a', organizationId).as('display_name'),
      'a.zone',
    ])
    .execute()
  return new Map(
    rows.map(row => [
      row.id,
      {
        id: row.id as AccountId,
        slackTeamId: row.slack_team_id,
        slackUserId: row.slack_user_id,
        displayName: row.display_name,
        zone: row.zone as Zone,
      },
    ]),
  )
}

export async function findAccountBySlackUser(
  db: Reading,
  slackTeamId: SlackTeamId,
  slackUserId: SlackUserId,
): Promise<Account | undefined> {
  const row = await db
    .selectFrom('accounts')
    .selectAll()
    .where('slack_team_id', '=', slackTeamId)
    .where('slack_user_id', '=', slackUserId)
    .executeTakeFirst()
  return (
    row && {
      id: row.id as AccountId,
      slackTeamId: row.slack_team_id,
      slackUserId: row.slack_user_id,
      displayName: row.display_name,
      zone: row.zone as Zone,
    }
  )
}
