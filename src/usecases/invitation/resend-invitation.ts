import type { EmailInvitationCard } from '#domain/invitation/email-invitation.ts'
import { stateAt } from '#domain/invitation/expiry.ts'
import type { InvitationRefusal } from '#domain/invitation/invitation.ts'
import { type AccessRefusal, requireCoach } from '#domain/organization/policy.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { listAccounts } from '#store/account-store.ts'
import { findEmailInvitation, updateEmailToken } from '#store/email-invitation-store.ts'
import { findInvitation } from '#store/invitation-store.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { emailCardOf } from './email-card-of.ts'
import { aboutEmailInvitation, aboutInvitation, withoutAddress } from './invitation-event.ts'
import { hashOfCode, newSecretCode } from './secret-code.ts'

export type ResendInvitation = { kind: 'slack' | 'email'; id: string; isMailed: boolean }
export type Resent =
  | { kind: 'slack'; name: string }
  | { kind: 'email'; card: EmailInvitationCard; token: string | null }

/** Asks once more, because a coach wants it: nothing reminds anybody by itself. The first one still may be answered. */
export async function resendInvitation(
  { tx, actor, now, newId }: UnitOfWork,
  { kind, id, isMailed }: ResendInvitation,
): Promise<Result<Done<Resent>, AccessRefusal | InvitationRefusal>> {
  const coach = requireCoach(actor)
  if (!coach.ok) return coach
  const { organizationId } = coach.value
  const sendingId = newId<string>()
  if (kind === 'slack') {
    const invitation = await findInvitation(tx, organizationId, id)
    if (!invitation) return refuse({ code: 'invitation-unknown' })
    const { inviteeId } = invitation
    const state = stateAt(invitation, now)
    if (state !== 'pending') return refuse({ code: 'invitation-already-answered', state, organizationId })
    const invitee = (await listAccounts(tx, organizationId, [inviteeId])).get(inviteeId)
    return ok({
      value: { kind, name: invitee?.displayName ?? 'Somebody' },
      events: [
        {
          type: 'invitation.resent',
          ...aboutInvitation(invitation),
          before: null,
          after: { ...invitation, sendingId },
        },
      ],
    })
  }
  const invitation = await findEmailInvitation(tx, organizationId, id)
  if (!invitation) return refuse({ code: 'invitation-unknown' })
  const state = stateAt(invitation, now)
  if (state !== 'pending' || invitation.invitationId !== null) {
    return refuse({ code: 'invitation-already-answered', state, organizationId })
  }
  const token = isMailed ? null : newSecretCode()
  if (token !== null) await updateEmailToken(tx, organizationId, invitation.id, hashOfCode(token))
  return ok({
    value: { kind, card: await emailCardOf(tx, invitation), token },
    events: [
      {
        type: 'email-invitation.resent',
        ...aboutEmailInvitation(invitation),
        before: null,
        after: { ...withoutAddress(invitation), sendingId, isMailed },
      },
    ],
  })
}
