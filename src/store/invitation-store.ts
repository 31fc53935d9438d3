import type { Invitation, InvitationState, InvitationWay } from '#domain/invitation/invitation.ts'
import type { AccountId, GroupId, InvitationId, OrganizationId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import type { Reading, Tx } from './db.ts'
import type { InvitationsTable } from './schema-invitations.ts'

export async function insertInvitation(tx: Tx, invitation: Invitation): Promise<void> {
  await tx
    .insertInto('invitations')
    .values({
      id: invitation.id,
      organization_id: invitation.organizationId,
      inviter_id: invitation.inviterId,
      invitee_id: invitation.inviteeId,
      group_id: invitation.groupId,
      state: invitation.state,
      via: invitation.via,
      created_at: invitation.createdAt,
      seen_at: invitation.seenAt,
      answered_at: invitation.answeredAt,
      expires_at: invitation.expiresAt,
    })
    .execute()
}

/** Writes the answer; false when somebody answered since it was read. */
export async function updateInvitationState(tx: Tx, invitation: Invitation): Promise<boolean> {
  const result = await tx
    .updateTable('invitations')
    .set({
      state: invitation.state,
      seen_at: invitation.seenAt,
      answered_at: invitation.answeredAt,
    })
    .where('organization_id', '=', invitation.organizationId)
    .where('id', '=', invitation.id)
    .where('state', '=', 'pending')
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

export async function findInvitation(
  db: Reading,
  organizationId: OrganizationId,
  id: string,
): Promise<Invitation | undefined> {
  const row = await db
    .selectFrom('invitations')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && invitationOf(row)
}

/** Does an invitation into the same group (or, for null, into the club alone) wait for an answer? */
export async function hasPendingInvitation(
  db: Reading,
  organizationId: OrganizationId,
  inviteeId: AccountId,
  groupId: GroupId | null,
  now: Instant,
): Promise<boolean> {
  const row = await db
    .selectFrom('invitations')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('invitee_id', '=', inviteeId)
    .where('state', '=', 'pending')
    .where('group_id', groupId === null ? 'is' : '=', groupId)
    .where(({ or, eb }) => or([eb('expires_at', 'is', null), eb('expires_at', '>', now)]))
    .executeTakeFirst()
  return row !== undefined
}

/** What waits for somebody's answer and would bring them into the club alone, or into this group. */
export async function listPendingInto(
  tx: Tx,
  organizationId: OrganizationId,
  inviteeId: AccountId,
  groupId: GroupId | null,
): Promise<Invitation[]> {
  const rows = await tx
    .selectFrom('invitations')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('invitee_id', '=', inviteeId)
    .where('state', '=', 'pending')
    .where(({ or, eb }) => or([eb('group_id', 'is', null), eb('group_id', '=', groupId)]))
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(invitationOf)
}

/** Notes that somebody opened the conversation in which they are asked. */
export async function markInvitationsSeen(
  tx: Tx,
  organizationId: OrganizationId,
  inviteeId: AccountId,
  now: Instant,
): Promise<void> {
  await tx
    .updateTable('invitations')
    .set({ seen_at: now })
    .where('organization_id', '=', organizationId)
    .where('invitee_id', '=', inviteeId)
    .where('state', '=', 'pending')
    .where('seen_at', 'is', null)
    .execute()
}

function invitationOf(row: InvitationsTable): Invitation {
  return {
    id: row.id as InvitationId,
    organizationId: row.organization_id as OrganizationId,
    inviterId: row.inviter_id as AccountId,
    inviteeId: row.invitee_id as AccountId,
    groupId: row.group_id as GroupId | null,
    state: row.state as InvitationState,
    via: row.via as InvitationWay,
    createdAt: row.created_at as Instant,
    seenAt: row.seen_at as Instant | null,
    answeredAt: row.answered_at as Instant | null,
    expiresAt: row.expires_at as Instant | null,
  }
}
