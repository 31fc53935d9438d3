import type { EmailInvitationCard } from '#domain/invitation/email-invitation.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { findEmailInvitation, updateEmailToken } from '#store/email-invitation-store.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { emailCardOf } from './email-card-of.ts'
import { hashOfCode, newSecretCode } from './secret-code.ts'

export type EmailToSend = { card: EmailInvitationCard; token: string }

/**
 * What a mail says, with a token made for this sending alone: at rest there is only its hash, and the mail before it
 * leads nowhere any more. Refused when nobody waits for an answer.
 */
export async function prepareEmail(
  { tx, actor }: UnitOfWork,
  { emailInvitationId }: { emailInvitationId: string },
): Promise<Result<Done<EmailToSend>, { code: 'invitation-unknown' }>> {
  if (!actor.organizationId) return refuse({ code: 'invitation-unknown' })
  const invitation = await findEmailInvitation(tx, actor.organizationId, emailInvitationId)
  if (invitation?.state !== 'pending' || invitation.invitationId !== null) {
    return refuse({ code: 'invitation-unknown' })
  }
  const token = newSecretCode()
  await updateEmailToken(tx, actor.organizationId, invitation.id, hashOfCode(token))
  return ok({ value: { card: await emailCardOf(tx, invitation), token }, events: [] })
}
