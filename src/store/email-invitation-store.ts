import type { EmailInvitation } from '#domain/invitation/email-invitation.ts'
import type { InvitationState } from '#domain/invitation/invitation.ts'
import type { AccountId, EmailInvitationId, GroupId, InvitationId, OrganizationId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import type { Reading, Tx } from './db.ts'
import { inSlices } from './in-slices.ts'
import type { EmailInvitationsTable } from './schema-invitations.ts'

export async function insertEmailInvitation(
  tx: Tx,
  invitation: EmailInvitation,
  tokenHash: string | null,
): Promise<void> {
  await tx
    .insertInto('email_invitations')
    .values({ ...rowOf(invitation), token_hash: tokenHash })
    .execute()
}

/** Many at once, for which mails are still to be made: at rest there is no token yet. */
export async function insertManyEmailInvitations(
  tx: Tx,
  invitations: readonly EmailInvitation[],
): Promise<void> {
  const rows = invitations.map(invitation => ({ ...rowOf(invitation), token_hash: null }))
  await inSlices(rows, slice => tx.insertInto('email_invitations').values(slice).execute())
}

/** Writes its state and who turned out to be asked; false when it was no longer pending. */
export async function updateEmailInvitation(tx: Tx, invitation: EmailInvitation): Promise<boolean> {
  const { state, seen_at, answered_at, account_id, invitation_id } = rowOf(invitation)
  const result = await tx
    .updateTable('email_invitations')
    .set({ state, seen_at, answered_at, account_id, invitation_id })
    .where('organization_id', '=', invitation.organizationId)
    .where('id', '=', invitation.id)
    .where('state', '=', 'pending')
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** A fresh token makes the one before it void. */
export async function updateEmailToken(
  tx: Tx,
  organizationId: OrganizationId,
  id: EmailInvitationId,
  tokenHash: string,
): Promise<void> {
  await tx
    .updateTable('email_invitations')
    .set({ token_hash: tokenHash })
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .execute()
}

/** Carries the answer that was given in Slack over to the invitation by e-mail that led there. */
export async function settleEmailInvitation(
  tx: Tx,
  organizationId: OrganizationId,
  invitation: { id: InvitationId; state: InvitationState; answeredAt: Instant | null },
): Promise<void> {
  await tx
    .updateTable('email_invitations')
    .set({ state: invitation.state, answered_at: invitation.answeredAt })
    .where('organization_id', '=', organizationId)
    .where('invitation_id', '=', invitation.id)
    .where('state', '=', 'pending')
    .execute()
}

export async function markEmailInvitationSeen(
  tx: Tx,
  organizationId: OrganizationId,
  id: EmailInvitationId,
  now: Instant,
): Promise<void> {
  await tx
    .updateTable('email_invitations')
    .set({ seen_at: now })
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .where('seen_at', 'is', null)
    .execute()
}

export async function findEmailInvitation(
  db: Reading,
  organizationId: OrganizationId,
  id: string,
): Promise<EmailInvitation | undefined> {
  const row = await invitations(db, organizationId).where('id', '=', id).executeTakeFirst()
  return row && invitationOf(row)
}

export async function findEmailInvitationByToken(
  db: Reading,
  organizationId: OrganizationId,
  tokenHash: string,
): Promise<EmailInvitation | undefined> {
  const row = await invitations(db, organizationId).where('token_hash', '=', tokenHash).executeTakeFirst()
  return row && invitationOf(row)
}

/** Those to an address that wait for whoever has it, oldest first. */
export async function listWaitingForAddress(
  db: Reading,
  organizationId: OrganizationId,
  addressKey: string,
  now: Instant,
): Promise<EmailInvitation[]> {
  const rows = await invitations(db, organizationId)
    .where('address_key', '=', addressKey)
    .where('state', '=', 'pending')
    .where('invitation_id', 'is', null)
    .where(({ or, eb }) => or([eb('expires_at', 'is', null), eb('expires_at', '>', now)]))
    .orderBy('sent_at')
    .orderBy('id')
    .execute()
  return rows.map(invitationOf)
}

function invitations(db: Reading, organizationId: OrganizationId) {
  return db.selectFrom('email_invitations').selectAll().where('organization_id', '=', organizationId)
}

function rowOf(invitation: EmailInvitation) {
  return {
    id: invitation.id,
    organization_id: invitation.organizationId,
    inviter_id: invitation.inviterId,
    group_id: invitation.groupId,
    first_name: invitation.firstName,
    address: invitation.address,
    address_key: invitation.addressKey,
    state: invitation.state,
    sent_at: invitation.sentAt,
    seen_at: invitation.seenAt,
    answered_at: invitation.answeredAt,
    expires_at: invitation.expiresAt,
    account_id: invitation.accountId,
    invitation_id: invitation.invitationId,
  }
}

function invitationOf(row: EmailInvitationsTable): EmailInvitation {
  return {
    id: row.id as EmailInvitationId,
    organizationId: row.organization_id as OrganizationId,
    inviterId: row.inviter_id as AccountId,
    groupId: row.group_id as GroupId | null,
    firstName: row.first_name,
    address: row.address,
    addressKey: row.address_key,
    state: row.state as InvitationState,
    sentAt: row.sent_at as Instant,
    seenAt: row.seen_at as Instant | null,
    answeredAt: row.answered_at as Instant | null,
    expiresAt: row.expires_at as Instant | null,
    accountId: row.account_id as AccountId | null,
    invitationId: row.invitation_id as InvitationId | null,
  }
}
