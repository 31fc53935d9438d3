import type { AccountId, OrganizationId, SlackTeamId, SlackUserId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import type { Reading, Tx } from './db.ts'

/** Puts an address in place of the one that there may be. */
export async function replaceCalendarFeed(
  tx: Tx,
  organizationId: OrganizationId,
  accountId: AccountId,
  secretHash: string,
  openedAt: Instant,
): Promise<void> {
  await deleteCalendarFeed(tx, organizationId, accountId)
  await tx
    .insertInto('calendar_feeds')
    .values({
      organization_id: organizationId,
      account_id: accountId,
      secret_hash: secretHash,
      opened_at: openedAt,
    })
    .execute()
}

/** Gives whether there was one. */
export async function deleteCalendarFeed(
  tx: Tx,
  organizationId: OrganizationId,
  accountId: AccountId,
): Promise<boolean> {
  const result = await tx
    .deleteFrom('calendar_feeds')
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return result.numDeletedRows > 0n
}

/** Since when somebody has an address; null where they have none. */
export async function findCalendarOpening(
  db: Reading,
  organizationId: OrganizationId,
  accountId: AccountId,
): Promise<Instant | null> {
  const row = await db
    .selectFrom('calendar_feeds')
    .select('opened_at')
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return row ? (row.opened_at as Instant) : null
}

/** Whose address it is that a calendar reads, while they are in the club in which they had it made. */
export async function findCalendarOwner(
  db: Reading,
  secretHash: string,
): Promise<{ teamId: SlackTeamId; userId: SlackUserId } | undefined> {
  const row = await db
    .selectFrom('calendar_feeds as f')
    .innerJoin('accounts as a', 'a.id', 'f.account_id')
    .innerJoin('memberships as m', join =>
      join
        .onRef('m.account_id', '=', 'f.account_id')
        .onRef('m.organization_id', '=', 'f.organization_id')
        .on('m.left_at', 'is', null),
    )
    .select(['a.slack_team_id', 'a.slack_user_id'])
    .where('f.secret_hash', '=', secretHash)
    .executeTakeFirst()
  return row && { teamId: row.slack_team_id as SlackTeamId, userId: row.slack_user_id as SlackUserId }
}
