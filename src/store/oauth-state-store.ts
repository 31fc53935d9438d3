import type { AccountId, OrganizationId, SlackTeamId, SlackUserId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import type { Reading, Tx } from './db.ts'

/** Whoever starts anew has only the newest. */
export async function replaceOauthState(
  tx: Tx,
  state: { organizationId: OrganizationId; accountId: AccountId; hash: string; expiresAt: Instant },
): Promise<void> {
  await tx
    .deleteFrom('oauth_states')
    .where('organization_id', '=', state.organizationId)
    .where('account_id', '=', state.accountId)
    .execute()
  await tx
    .insertInto('oauth_states')
    .values({
      state_hash: state.hash,
      organization_id: state.organizationId,
      account_id: state.accountId,
      expires_at: state.expiresAt,
    })
    .execute()
}

/** Who set out with it, unless it is too old. */
export async function findOauthState(db: Reading, hash: string, now: Instant) {
  const row = await db
    .selectFrom('oauth_states as s')
    .innerJoin('accounts as a', 'a.id', 's.account_id')
    .select(['s.organization_id', 's.account_id', 'a.slack_team_id', 'a.slack_user_id', 'a.display_name'])
    .where('s.state_hash', '=', hash)
    .where('s.expires_at', '>', now)
    .executeTakeFirst()
  return (
    row && {
      organizationId: row.organization_id as OrganizationId,
      accountId: row.account_id as AccountId,
      teamId: row.slack_team_id as SlackTeamId,
      userId: row.slack_user_id as SlackUserId,
      displayName: row.display_name,
    }
  )
}

/** False when it is gone already. */
export async function deleteOauthState(tx: Tx, hash: string): Promise<boolean> {
  const result = await tx.deleteFrom('oauth_states').where('state_hash', '=', hash).executeTakeFirst()
  return result.numDeletedRows > 0n
}
