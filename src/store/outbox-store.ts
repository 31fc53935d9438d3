import type { Notice } from '#domain/notice/notice.ts'
import type { IdSource, OrganizationId, OutboxId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import type { Db, Reading, Tx } from './db.ts'
import type { OutboxTable } from './schema.ts'

/** Queues a notice in the transaction of the fact it tells of; the same dedupe key is queued once. */
export async function insertNotice(
  tx: Tx,
  newId: IdSource,
  organizationId: OrganizationId,
  notice: Notice,
  now: Instant,
): Promise<OutboxId> {
  const id = newId<OutboxId>()
  await tx
    .insertInto('outbox')
    .values({
      id,
      organization_id: organizationId,
      dedupe_key: notice.dedupeKey,
      kind: notice.kind,
      recipient: await recipientOf(tx, notice),
      payload_json: JSON.stringify(notice.payload),
      state: 'pending',
      owner: null,
      attempt: 0,
      first_attempt_at: null,
      attempt_at: null,
      is_uncertain: 0,
      not_before: now,
      posted_channel: null,
      posted_ts: null,
      posted_file_id: null,
      pulled_back_at: null,
      error_class: null,
      created_at: now,
    })
    .onConflict(conflict => conflict.column('dedupe_key').doNothing())
    .execute()
  return id
}

async function recipientOf(tx: Tx, notice: Notice): Promise<string> {
  if ('channelId' in notice.to) return notice.to.channelId
  const account = await tx
    .selectFrom('accounts')
    .select('slack_user_id')
    .where('id', '=', notice.to.accountId)
    .executeTakeFirstOrThrow()
  return account.slack_user_id
}

export type OutboxRow = OutboxTable

/**
 * Leases the oldest rows that are due: pending ones, and ones whose sender went silent longer than `settleMs` ago.
 * Instants are real time.
 */
export async function claimOutboxRows(
  db: Db,
  lease: { owner: string; now: Instant; settleMs: number; limit: number },
): Promise<OutboxRow[]> {
  return db.transaction().execute(tx =>
    tx
      .updateTable('outbox')
      .set(expression => ({
        state: 'sending',
        owner: lease.owner,
        attempt: expression('attempt', '+', 1),
        attempt_at: lease.now,
        first_attempt_at: expression.fn.coalesce('first_attempt_at', expression.val(lease.now)),
      }))
      .where('id', 'in', inner =>
        inner
          .selectFrom('outbox')
          .select('id')
          .where(expression =>
            expression.or([
              expression('state', '=', 'pending').and('not_before', '<=', lease.now),
              expression('state', '=', 'sending').and('attempt_at', '<=', lease.now - lease.settleMs),
            ]),
          )
          .orderBy('not_before')
          .orderBy('id')
          .limit(lease.limit),
      )
      .returningAll()
      .execute(),
  )
}

/** One message of the organization, in whatever state. */
export async function findOutboxRow(
  db: Reading,
  organizationId: OrganizationId,
  id: string,
): Promise<OutboxRow | undefined> {
  return db
    .selectFrom('outbox')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** False when it was pulled back before. */
export async function markOutboxPulledBack(tx: Tx, row: OutboxRow, now: Instant): Promise<boolean> {
  const result = await tx
    .updateTable('outbox')
    .set({ pulled_back_at: now })
    .where('organization_id', '=', row.organization_id)
    .where('id', '=', row.id)
    .where('pulled_back_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Marks that the next thing done with the row is to send it; false when the lease was lost meanwhile. */
export async function markOutboxSending(db: Db, row: OutboxRow): Promise<boolean> {
  const result = await db
    .updateTable('outbox')
    .set({ is_uncertain: 1 })
    .where('id', '=', row.id)
    .where('owner', '=', row.owner)
    .where('attempt', '=', row.attempt)
    .where('state', '=', 'sending')
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

export async function markOutboxSent(
  tx: Tx | Db,
  row: OutboxRow,
  posted: { channel: string; ts: string } | null,
): Promise<void> {
  await settle(tx, row, {
    state: 'sent',
    is_uncertain: 0,
    posted_channel: posted?.channel ?? null,
    posted_ts: posted?.ts ?? null,
    error_class: null,
  })
}

/** Puts the row back for a later attempt; certain not to have been posted. */
export async function postponeOutboxRow(
  tx: Tx | Db,
  row: OutboxRow,
  notBefore: Instant,
  errorClass: string,
): Promise<void> {
  await settle(tx, row, {
    state: 'pending',
    is_uncertain: 0,
    not_before: notBefore,
    error_class: errorClass,
    owner: null,
  })
}

export async function markOutboxFailed(
  tx: Tx | Db,
  row: OutboxRow,
  state: 'failed' | 'needs-human',
  errorClass: string,
): Promise<void> {
  await settle(tx, row, { state, error_class: errorClass })
}

async function settle(tx: Tx | Db, row: OutboxRow, set: Partial<OutboxTable>): Promise<void> {
  await tx
    .updateTable('outbox')
    .set(set)
    .where('id', '=', row.id)
    .where('owner', '=', row.owner)
    .where('attempt', '=', row.attempt)
    .execute()
}

/** When the next row becomes due (real time), or null when nothing waits. */
export async function nextOutboxInstant(db: Db, settleMs: number): Promise<number | null> {
  const rows = await db
    .selectFrom('outbox')
    .select(['state', 'not_before', 'attempt_at'])
    .where('state', 'in', ['pending', 'sending'])
    .orderBy('not_before')
    .limit(100)
    .execute()
  const instants = rows.map(row =>
    row.state === 'pending' ? row.not_before : (row.attempt_at ?? row.not_before) + settleMs,
  )
  return instants.length === 0 ? null : Math.min(...instants)
}
