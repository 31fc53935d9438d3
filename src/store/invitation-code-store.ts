import type { InvitationCode } from '#domain/invitation/invitation-code.ts'
import type { AccountId, GroupId, IdSource, InvitationCodeId, OrganizationId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import type { Reading, Tx } from './db.ts'
import type { InvitationCodesTable } from './schema-invitations.ts'

/** False when the same code is alive already. */
export async function insertInvitationCode(tx: Tx, code: InvitationCode, codeHash: string): Promise<boolean> {
  const result = await tx
    .insertInto('invitation_codes')
    .values({
      id: code.id,
      organization_id: code.organizationId,
      inviter_id: code.inviterId,
      group_id: code.groupId,
      code_hash: codeHash,
      hint: code.hint,
      is_vanity: code.isVanity ? 1 : 0,
      cap: code.cap,
      uses: code.uses,
      expires_at: code.expiresAt,
      revoked_at: code.revokedAt,
      created_at: code.createdAt,
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Counts one more who joined; false when the cap is reached or it was revoked, whatever was read before. */
export async function countCodeUse(
  tx: Tx,
  organizationId: OrganizationId,
  id: InvitationCodeId,
): Promise<boolean> {
  const result = await tx
    .updateTable('invitation_codes')
    .set(expression => ({ uses: expression('uses', '+', 1) }))
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .where(expression =>
      expression.or([expression('cap', 'is', null), expression('uses', '<', expression.ref('cap'))]),
    )
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** False when it was revoked before. */
export async function markCodeRevoked(
  tx: Tx,
  organizationId: OrganizationId,
  id: InvitationCodeId,
  now: Instant,
): Promise<boolean> {
  const result = await tx
    .updateTable('invitation_codes')
    .set({ revoked_at: now })
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

export async function findInvitationCode(
  db: Reading,
  organizationId: OrganizationId,
  id: string,
): Promise<InvitationCode | undefined> {
  const row = await codes(db, organizationId).where('id', '=', id).executeTakeFirst()
  return row && codeOf(row)
}

/** The live one of that hash, else the last that was revoked. */
export async function findCodeByHash(
  db: Reading,
  organizationId: OrganizationId,
  codeHash: string,
): Promise<InvitationCode | undefined> {
  const rows = await codes(db, organizationId)
    .where('code_hash', '=', codeHash)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const found = rows.find(row => row.revoked_at === null) ?? rows[0]
  return found && codeOf(found)
}

/** Not revoked, newest first. */
export async function listInvitationCodes(
  db: Reading,
  organizationId: OrganizationId,
): Promise<InvitationCode[]> {
  const rows = await codes(db, organizationId)
    .where('revoked_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(codeOf)
}

/** When a person typed wrong codes since an instant, oldest first. */
export async function listWrongCodes(
  db: Reading,
  organizationId: OrganizationId,
  slackUserId: string,
  since: Instant,
): Promise<Instant[]> {
  const rows = await db
    .selectFrom('code_attempts')
    .select('attempted_at')
    .where('organization_id', '=', organizationId)
    .where('slack_user_id', '=', slackUserId)
    .where('attempted_at', '>', since)
    .orderBy('attempted_at')
    .execute()
  return rows.map(row => row.attempted_at as Instant)
}

/** Writes a wrong code down, and forgets those of everybody that count no more. */
export async function insertWrongCode(
  tx: Tx,
  newId: IdSource,
  wrong: { organizationId: OrganizationId; slackUserId: string; at: Instant; forgetBefore: Instant },
): Promise<void> {
  await tx
    .deleteFrom('code_attempts')
    .where('organization_id', '=', wrong.organizationId)
    .where('attempted_at', '<=', wrong.forgetBefore)
    .execute()
  await tx
    .insertInto('code_attempts')
    .values({
      id: newId<string>(),
      organization_id: wrong.organizationId,
      slack_user_id: wrong.slackUserId,
      attempted_at: wrong.at,
    })
    .execute()
}

function codes(db: Reading, organizationId: OrganizationId) {
  return db.selectFrom('invitation_codes').selectAll().where('organization_id', '=', organizationId)
}

function codeOf(row: InvitationCodesTable): InvitationCode {
  return {
    id: row.id as InvitationCodeId,
    organizationId: row.organization_id as OrganizationId,
    inviterId: row.inviter_id as AccountId,
    groupId: row.group_id as GroupId | null,
    hint: row.hint,
    isVanity: row.is_vanity === 1,
    cap: row.cap,
    uses: row.uses,
    expiresAt: row.expires_at as Instant | null,
    revokedAt: row.revoked_at as Instant | null,
    createdAt: row.created_at as Instant,
  }
}
