import type { ConnectedSource, Connection } from '#domain/connection/connection.ts'
import type { AccountId, OrganizationId, SlackTeamId, SlackUserId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import type { Reading, Tx } from './db.ts'
import type { ConnectionsTable } from './schema-connectors.ts'

/** Puts a connection in place of the one that there may be. */
export async function upsertConnection(
  tx: Tx,
  connection: Connection,
  secretHash: string | null,
): Promise<void> {
  const { organizationId, accountId, source } = connection
  await deleteConnection(tx, organizationId, accountId, source)
  await tx
    .insertInto('connections')
    .values({
      organization_id: organizationId,
      account_id: accountId,
      source,
      secret_hash: secretHash,
      external_id: connection.externalId,
      connected_at: connection.connectedAt,
      last_received_at: connection.lastReceivedAt,
    })
    .execute()
}

/** Gives whether there was one. */
export async function deleteConnection(
  tx: Tx,
  organizationId: OrganizationId,
  accountId: AccountId,
  source: ConnectedSource,
): Promise<boolean> {
  const result = await tx
    .deleteFrom('connections')
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', accountId)
    .where('source', '=', source)
    .executeTakeFirst()
  return result.numDeletedRows > 0n
}

export async function listConnections(
  db: Reading,
  organizationId: OrganizationId,
  accountId: AccountId,
): Promise<Connection[]> {
  const rows = await db
    .selectFrom('connections')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', accountId)
    .orderBy('source')
    .execute()
  return rows.map(connectionOf)
}

export async function findConnection(
  db: Reading,
  organizationId: OrganizationId,
  accountId: AccountId,
  source: ConnectedSource,
): Promise<Connection | undefined> {
  return (await listConnections(db, organizationId, accountId)).find(each => each.source === source)
}

/** Whose account at the source it is, in the club. */
export async function findConnectionByExternalId(
  db: Reading,
  organizationId: OrganizationId,
  source: ConnectedSource,
  externalId: string,
): Promise<Connection | undefined> {
  const row = await db
    .selectFrom('connections')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('source', '=', source)
    .where('external_id', '=', externalId)
    .executeTakeFirst()
  return row && connectionOf(row)
}

/** Whose address it is that somebody pushes to. */
export async function findPushOwner(
  db: Reading,
  secretHash: string,
): Promise<{ organizationId: OrganizationId; teamId: SlackTeamId; userId: SlackUserId } | undefined> {
  const row = await db
    .selectFrom('connections as c')
    .innerJoin('accounts as a', 'a.id', 'c.account_id')
    .select(['c.organization_id', 'a.slack_team_id', 'a.slack_user_id'])
    .where('c.secret_hash', '=', secretHash)
    .executeTakeFirst()
  return (
    row && {
      organizationId: row.organization_id as OrganizationId,
      teamId: row.slack_team_id as SlackTeamId,
      userId: row.slack_user_id as SlackUserId,
    }
  )
}

export async function markReceived(
  tx: Tx,
  organizationId: OrganizationId,
  accountId: AccountId,
  source: ConnectedSource,
  at: Instant,
): Promise<void> {
  await tx
    .updateTable('connections')
    .set({ last_received_at: at })
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', accountId)
    .where('source', '=', source)
    .execute()
}

function connectionOf(row: ConnectionsTable): Connection {
  return {
    organizationId: row.organization_id as OrganizationId,
    accountId: row.account_id as AccountId,
    source: row.source as ConnectedSource,
    externalId: row.external_id,
    connectedAt: row.connected_at as Instant,
    lastReceivedAt: row.last_received_at as Instant | null,
  }
}
