import type { ChangeKind, ChangeRequest, ChangeState } from '#domain/plan/living/change-request.ts'
import type { SessionEdit, WeekShift } from '#domain/plan/living/session-edit.ts'
import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import type { Reading, Tx } from './db.ts'

export async function insertChangeRequest(tx: Tx, request: ChangeRequest): Promise<void> {
  await tx
    .insertInto('change_requests')
    .values({
      id: request.id,
      organization_id: request.organizationId,
      account_id: request.accountId,
      asked_by: request.askedBy,
      kind: request.kind,
      state: request.state,
      edits_json: JSON.stringify(request.edits),
      weeks_json: JSON.stringify(request.weeks),
      note: request.note,
      created_at: request.createdAt,
      answered_by: null,
      answered_at: null,
    })
    .execute()
}

export async function findChangeRequest(
  db: Reading,
  organizationId: OrganizationId,
  id: string,
): Promise<ChangeRequest | undefined> {
  const row = await db
    .selectFrom('change_requests')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      organizationId,
      accountId: row.account_id as AccountId,
      askedBy: row.asked_by as AccountId,
      kind: row.kind as ChangeKind,
      state: row.state as ChangeState,
      edits: JSON.parse(row.edits_json) as SessionEdit[],
      weeks: JSON.parse(row.weeks_json) as WeekShift[],
      note: row.note,
      createdAt: row.created_at as Instant,
    }
  )
}

/** Answers it; false when it was answered since it was looked at. */
export async function answerChangeRequest(
  tx: Tx,
  request: ChangeRequest,
  answer: { state: ChangeState; by: AccountId; at: Instant },
): Promise<boolean> {
  const result = await tx
    .updateTable('change_requests')
    .set({ state: answer.state, answered_by: answer.by, answered_at: answer.at })
    .where('organization_id', '=', request.organizationId)
    .where('id', '=', request.id)
    .where('state', '=', request.state)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Keeps what the athlete wrote about it. */
export async function noteChangeRequest(tx: Tx, request: ChangeRequest, note: string): Promise<void> {
  await tx
    .updateTable('change_requests')
    .set({ note })
    .where('organization_id', '=', request.organizationId)
    .where('id', '=', request.id)
    .execute()
}
