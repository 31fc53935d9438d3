import type { DomainEvent, EmailInvitationData } from '#domain/event.ts'
import type { EmailInvitation } from '#domain/invitation/email-invitation.ts'
import type { Invitation } from '#domain/invitation/invitation.ts'
import type { InvitationCode } from '#domain/invitation/invitation-code.ts'

/** Whoever is invited may read in the audit who asked them. */
export function invitationSent(invitation: Invitation): DomainEvent {
  return { type: 'invitation.sent', ...aboutInvitation(invitation), before: null, after: invitation }
}

export function aboutInvitation(invitation: Invitation) {
  return {
    organizationId: invitation.organizationId,
    target: { kind: 'invitation', id: invitation.id },
    subjectId: invitation.inviteeId,
    isVisibleToSubject: true,
  }
}

export function aboutEmailInvitation(invitation: EmailInvitation) {
  return {
    organizationId: invitation.organizationId,
    target: { kind: 'email-invitation', id: invitation.id },
    subjectId: null,
    isVisibleToSubject: false,
  }
}

/** What of an invitation by e-mail goes into the audit. */
export function withoutAddress({
  address: _,
  addressKey: __,
  ...rest
}: EmailInvitation): EmailInvitationData {
  return rest
}

export function aboutCode(code: InvitationCode) {
  return {
    organizationId: code.organizationId,
    target: { kind: 'code', id: code.id },
    subjectId: null,
    isVisibleToSubject: false,
  }
}
