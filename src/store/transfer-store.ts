import type { HeadCoachTransfer, TransferState } from '#domain/organization/head-coach-transfer.ts'
import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import type { Reading, Tx } from './db.ts'
import { unlessTaken } from './unique-violation.ts'

/** False when another offer of the organization is open. */
export async function insertTransfer(tx: Tx, transfer: HeadCoachTransfer): Promise<boolean> {
  const inserted = await unlessTaken(
    tx
      .insertInto('head_coach_transfers')
      .values({
        id: transfer.id,
        organization_id: transfer.organizationId,
        from_id: transfer.fromId,
        to_id: transfer.toId,
        state: transfer.state,
        created_at: transfer.createdAt,
        answered_at: transfer.answeredAt,
      })
      .execute(),
  )
  return inserted !== null
}

export async function findTransfer(
  db: Reading,
  organizationId: OrganizationId,
  id: string,
): Promise<HeadCoachTransfer | undefined> {
  const row = await db
    .selectFrom('head_coach_transfers')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && transferOf(row)
}

/** The offer that waits for an answer. */
export async function findPendingTransfer(
  db: Reading,
  organizationId: OrganizationId,
): Promise<HeadCoachTransfer | undefined> {
  const row = await db
    .selectFrom('head_coach_transfers')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('state', '=', 'pending')
    .executeTakeFirst()
  return row && transferOf(row)
}

/** Writes the end of an open offer; false when it was answered or withdrawn first. */
export async function closeTransfer(tx: Tx, transfer: HeadCoachTransfer): Promise<boolean> {
  const result = await tx
    .updateTable('head_coach_transfers')
    .set({ state: transfer.state, answered_at: transfer.answeredAt })
    .where('organization_id', '=', transfer.organizationId)
    .where('id', '=', transfer.id)
    .where('state', '=', 'pending')
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

function transferOf(row: {
  id: string
  organization_id: string
  from_id: string
  to_id: string
  state: string
  created_at: number
  answered_at: number | null
}): HeadCoachTransfer {
  return {
    id: row.id,
    organizationId: row.organization_id as OrganizationId,
    fromId: row.from_id as AccountId,
    toId: row.to_id as AccountId,
    state: row.state as TransferState,
    createdAt: row.created_at as Instant,
    answeredAt: row.answered_at as Instant | null,
  }
}
