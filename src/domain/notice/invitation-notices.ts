import type { DomainEvent } from '#domain/event.ts'
import type { Invitation, InvitationAnswer } from '#domain/invitation/invitation.ts'
import type { AccountId } from '#kernel/ids.ts'
import type { Notice } from './notice.ts'

type InvitationTold = Extract<
  DomainEvent,
  {
    type:
      | 'invitation.sent'
      | 'invitation.answered'
      | 'invitation.resent'
      | 'invitation.revoked'
      | 'email-invitation.sent'
      | 'email-invitation.resent'
      | 'code.posted'
      | 'athlete.added'
      | 'group.members-added'
  }
>

/** What is said when somebody is invited, answers, or is put into a group. */
export function invitationNoticesOf(event: InvitationTold): Notice[] {
  switch (event.type) {
    case 'invitation.sent':
      return (event.after ? [event.after] : []).map(invitation => ({
        kind: 'invitation',
        to: { accountId: invitation.inviteeId },
        dedupeKey: `invitation:${invitation.id}`,
        payload: { invitationId: invitation.id },
      }))
    case 'invitation.answered':
      return (event.after ? [event.after] : []).flatMap(invitation => [
        {
          kind: 'invitation-result',
          to: { accountId: invitation.inviterId },
          dedupeKey: `invitation-result:${invitation.id}`,
          payload: { invitationId: invitation.id },
        },
        ...closed(invitation, invitation.answer),
      ])
    case 'invitation.revoked':
      return event.after ? closed(event.after, null) : []
    case 'invitation.resent':
      return (event.after ? [event.after] : []).map(invitation => ({
        kind: 'invitation',
        to: { accountId: invitation.inviteeId },
        dedupeKey: `invitation:${invitation.id}:${invitation.sendingId}`,
        payload: { invitationId: invitation.id },
      }))
    case 'email-invitation.sent':
    case 'email-invitation.resent':
      return (event.after?.isMailed ? [event.after] : []).map(invitation => ({
        kind: 'email',
        to: { emailInvitationId: invitation.id },
        dedupeKey: `email:${invitation.id}:${invitation.sendingId}`,
        payload: { emailInvitationId: invitation.id, askedBy: invitation.inviterId },
      }))
    case 'code.posted':
      return (event.after ? [event.after] : []).map(code => ({
        kind: 'code-post',
        to: { channelId: code.channelId },
        dedupeKey: `code-post:${code.id}:${code.channelId}`,
        payload: { codeId: code.id, askedBy: code.postedBy },
      }))
    case 'athlete.added':
      return (event.after ? [event.after] : []).map(invitation => ({
        kind: 'club-welcome',
        to: { accountId: invitation.inviteeId },
        dedupeKey: `club-welcome:${invitation.id}`,
        payload: { invitationId: invitation.id },
      }))
    case 'group.members-added':
      return welcomes(event)
  }
}

/** Each message that asked loses its buttons and says how it ended. */
function closed(
  invitation: Invitation & { messages?: readonly string[] },
  answer: InvitationAnswer | null,
): Notice[] {
  return (invitation.messages ?? []).map(outboxId => ({
    kind: 'invitation-closed',
    to: { accountId: invitation.inviteeId },
    dedupeKey: `invitation-closed:${outboxId}`,
    payload: { outboxId, invitationId: invitation.id, answer },
  }))
}

function welcomes(
  event: Extract<DomainEvent, { type: 'group.members-added' | 'group.members-removed' }>,
): Notice[] {
  const data = event.after
  if (!data?.addedBy) return []
  return data.memberIds
    .filter(memberId => memberId !== data.addedBy)
    .map(memberId => ({
      kind: 'group-welcome',
      to: { accountId: memberId as AccountId },
      dedupeKey: `welcome:${data.changeId}:${memberId}`,
      payload: { groupId: data.groupId, memberId, addedBy: data.addedBy },
    }))
}
