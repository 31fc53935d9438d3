import type { AccountId, IdSource, OrganizationId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import type { Tx } from './db.ts'

export const CONNECTOR_JOB_KINDS = ['backfill', 'activity', 'access', 'revoke'] as const
export type ConnectorJobKind = (typeof CONNECTOR_JOB_KINDS)[number]

export type ConnectorJob = {
  id: string
  organizationId: OrganizationId
  accountId: AccountId
  kind: ConnectorJobKind
  payload: unknown
  /** How often it was begun before. */
  attempts: number
}

/** Work that waits already is not queued again: false. */
export async function insertConnectorJob(
  tx: Tx,
  newId: IdSource,
  job: Pick<ConnectorJob, 'organizationId' | 'accountId' | 'kind' | 'payload'> & { dedupeKey: string },
  now: Instant,
): Promise<boolean> {
  const result = await tx
    .insertInto('connector_jobs')
    .values({
      id: newId<string>(),
      organization_id: job.organizationId,
      account_id: job.accountId,
      kind: job.kind,
      payload_json: JSON.stringify(job.payload),
      dedupe_key: job.dedupeKey,
      attempts: 0,
      due_at: now,
      created_at: now,
    })
    .onConflict(conflict => conflict.column('dedupe_key').doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/**
 * The work that is due longest, leased until `leasedUntil`: due again then, if whoever took it dies. Its dedupe key is
 * freed, so that what happens meanwhile is work of its own.
 */
export async function claimConnectorJob(
  tx: Tx,
  now: Instant,
  leasedUntil: Instant,
): Promise<ConnectorJob | undefined> {
  const row = await tx
    .selectFrom('connector_jobs')
    .selectAll()
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  if (!row) return undefined
  await tx
    .updateTable('connector_jobs')
    .set({ due_at: leasedUntil, attempts: row.attempts + 1, dedupe_key: `claimed:${row.id}` })
    .where('id', '=', row.id)
    .execute()
  return {
    id: row.id,
    organizationId: row.organization_id as OrganizationId,
    accountId: row.account_id as AccountId,
    kind: row.kind as ConnectorJobKind,
    payload: JSON.parse(row.payload_json) as unknown,
    attempts: row.attempts,
  }
}

export async function deleteConnectorJob(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('connector_jobs').where('id', '=', id).execute()
}

/** Everything that waits for somebody. */
export async function deleteConnectorJobsOf(
  tx: Tx,
  organizationId: OrganizationId,
  accountId: AccountId,
): Promise<void> {
  await tx
    .deleteFrom('connector_jobs')
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', accountId)
    .execute()
}

/** Puts it off, as it was or a step further. */
export async function postponeConnectorJob(
  tx: Tx,
  id: string,
  change: { dueAt: Instant; payload?: unknown; attempts?: number },
): Promise<void> {
  await tx
    .updateTable('connector_jobs')
    .set({
      due_at: change.dueAt,
      ...(change.payload === undefined ? {} : { payload_json: JSON.stringify(change.payload) }),
      ...(change.attempts === undefined ? {} : { attempts: change.attempts }),
    })
    .where('id', '=', id)
    .execute()
}
