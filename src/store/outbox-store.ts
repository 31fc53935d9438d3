import { sql } from 'kysely'
import { nextAllowedInstant } from '#domain/calendar/quiet-hours.ts'
import type { Notice } from '#domain/notice/notice.ts'
import type { IdSource, OrganizationId, OutboxId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import type { Db, Reading, Tx } from './db.ts'
import { findRest } from './quiet-hours-store.ts'
import type { OutboxTable } from './schema-posting.ts'

/**
 * Queues a notice in the transaction of the fact it tells of; null when its dedupe key was queued before. `now` is real
 * time; quiet hours go by business time.
 */
export async function insertNotice(
  tx: Tx,
  newId: IdSource,
  organizationId: OrganizationId,
  notice: Notice,
  now: Instant,
  businessNow: Instant = now,
): Promise<OutboxId | null> {
  const id = newId<OutboxId>()
  const result = await tx
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
      not_before: now + (notice.holdMs ?? 0) + (await heldMs(tx, organizationId, notice, businessNow)),
      posted_channel: null,
      posted_ts: null,
      posted_file_id: null,
      pulled_back_at: null,
      error_class: null,
      created_at: now,
    })
    .onConflict(conflict => conflict.column('dedupe_key').doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n ? id : null
}

/** How long it has to wait for the end of somebody's quiet hours. */
async function heldMs(
  tx: Tx,
  organizationId: OrganizationId,
  notice: Notice,
  businessNow: Instant,
): Promise<number> {
  if (!notice.keepsQuietHours || !('accountId' in notice.to)) return 0
  const { zone, quietHours } = await findRest(tx, organizationId, notice.to.accountId)
  return nextAllowedInstant(businessNow, zone, quietHours) - businessNow
}

async function recipientOf(tx: Tx, notice: Notice): Promise<string> {
  if ('channelId' in notice.to) return notice.to.channelId
  if ('emailInvitationId' in notice.to) return `email:${notice.to.emailInvitationId}`
  const account = await tx
    .selectFrom('accounts')
    .select('slack_user_id')
    .where('id', '=', notice.to.accountId)
    .executeTakeFirstOrThrow()
  return account.slack_user_id
}

export type OutboxRow = OutboxTable

/** The two states in which something is still to be done; as literals, so that the partial index serves. */
const OPEN = [sql.lit('pending'), sql.lit('sending')]

export type Lease = { owner: string; now: Instant; settleMs: number }

/**
 * Leases the oldest row that is due: a pending one, or one whose sender went silent longer than `settleMs` ago. What
 * goes to one recipient goes in order, so a row waits while an earlier one for the same recipient is open, unless that
 * one was never tried and is itself held back, over somebody's night. Instants are real time.
 */
export async function claimOutboxRow(db: Db, lease: Lease): Promise<OutboxRow | undefined> {
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
      .where(
        'id',
        '=',
        dueOutboxRows(tx, lease).select('o.id').orderBy('o.not_before').orderBy('o.id').limit(1),
      )
      .returningAll()
      .executeTakeFirst(),
  )
}

/** Rows that may be claimed now, as `o`. */
export function dueOutboxRows(db: Reading, lease: Lease) {
  return db
    .selectFrom('outbox as o')
    .where('o.state', 'in', OPEN)
    .where('o.not_before', '<=', lease.now)
    .where(expression =>
      expression.or([
        expression('o.state', '=', sql.lit('pending')),
        expression('o.attempt_at', '<=', lease.now - lease.settleMs),
      ]),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('outbox as earlier')
            .select('earlier.id')
            .where('earlier.state', 'in', OPEN)
            .whereRef('earlier.organization_id', '=', 'o.organization_id')
            .whereRef('earlier.recipient', '=', 'o.recipient')
            .whereRef('earlier.id', '<', 'o.id')
            .where(({ or, eb }) =>
              or([eb('earlier.not_before', '<=', lease.now), eb('earlier.attempt', '>', 0)]),
            ),
        ),
      ),
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

/** Kinds that come again when there is something to show again. */
const COMING_AGAIN = ['feed-card', 'feed-details', 'feed-run']

/** What had nothing to show gives its key up, so that the same message may be queued again. */
export async function freeOutboxKey(db: Tx | Db, row: OutboxRow): Promise<void> {
  if (!COMING_AGAIN.includes(row.kind)) return
  await db
    .updateTable('outbox')
    .set({ dedupe_key: `${row.dedupe_key}:${row.id}` })
    .where('organization_id', '=', row.organization_id)
    .where('id', '=', row.id)
    .execute()
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
): Promise<boolean> {
  return settle(tx, row, {
    state: 'sent',
    is_uncertain: 0,
    posted_channel: posted?.channel ?? null,
    posted_ts: posted?.ts ?? null,
    error_class: null,
  })
}

/** Remembers the picture that goes with the message, or that there is none any more. */
export async function updateOutboxFile(
  db: Db,
  row: OutboxRow,
  fileId: string | null,
  chartHash: string | null = null,
): Promise<boolean> {
  return settle(db, row, { posted_file_id: fileId, posted_chart_hash: fileId === null ? null : chartHash })
}

/** Notes the picture of a post that was drawn anew. */
export async function updatePostedFile(
  db: Db,
  post: OutboxRow,
  fileId: string | null,
  chartHash: string | null,
): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ posted_file_id: fileId, posted_chart_hash: fileId === null ? null : chartHash })
    .where('organization_id', '=', post.organization_id)
    .where('id', '=', post.id)
    .execute()
}

/** Puts the row back for a later attempt; unless `isUncertain`, it is certain not to have been posted. */
export async function postponeOutboxRow(
  tx: Tx | Db,
  row: OutboxRow,
  later: { notBefore: Instant; errorClass: string; isUncertain?: boolean },
): Promise<boolean> {
  return settle(tx, row, {
    state: 'pending',
    is_uncertain: later.isUncertain ? 1 : 0,
    not_before: later.notBefore,
    error_class: later.errorClass,
    owner: null,
  })
}

export async function markOutboxFailed(
  tx: Tx | Db,
  row: OutboxRow,
  state: 'failed' | 'needs-human',
  errorClass: string,
): Promise<boolean> {
  return settle(tx, row, { state, error_class: errorClass })
}

/** False when the lease was lost meanwhile: then somebody else decides. */
async function settle(tx: Tx | Db, row: OutboxRow, set: Partial<OutboxTable>): Promise<boolean> {
  const result = await tx
    .updateTable('outbox')
    .set(set)
    .where('id', '=', row.id)
    .where('owner', '=', row.owner)
    .where('attempt', '=', row.attempt)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** The clock was moved on by so much: what is held back over a night waits that much less. */
export async function shortenHeldRows(db: Db, now: Instant, byMs: number): Promise<void> {
  await db
    .updateTable('outbox')
    .set(({ eb }) => ({ not_before: eb('not_before', '-', byMs) }))
    .where('state', '=', 'pending')
    .where('attempt', '=', 0)
    .where('not_before', '>', now)
    .execute()
}

/** When the next row becomes due (real time), or null when nothing waits. */
export async function nextOutboxInstant(db: Db, settleMs: number): Promise<number | null> {
  const row = await db
    .selectFrom('outbox')
    .where('state', 'in', OPEN)
    .select(expression =>
      expression.fn
        .min<number | null>(
          sql<number>`case state when 'pending' then not_before else attempt_at + ${settleMs} end`,
        )
        .as('next'),
    )
    .executeTakeFirst()
  return row?.next ?? null
}
