import type { DomainEvent } from '#domain/event.ts'
import { type Mrkdwn, mrkdwn } from './mrkdwn.ts'

type InvitationEvent = Extract<
  DomainEvent,
  {
    type:
      | 'invitation.sent'
      | 'invitation.answered'
      | 'invitation.resent'
      | 'invitation.revoked'
      | 'email-invitation.sent'
      | 'email-invitation.resent'
      | 'email-invitation.revoked'
      | 'code.created'
      | 'code.revoked'
      | 'code.posted'
      | 'code.guessed'
      | 'athlete.added'
  }
>

/** What was done about people coming in, as a line of the audit; `names` of people and groups by id. */
export function invitationDeedInWords(event: InvitationEvent, names: ReadonlyMap<string, string>): Mrkdwn {
  const name = (id: string | undefined) => (id === undefined ? 'somebody' : (names.get(id) ?? 'somebody'))
  switch (event.type) {
    case 'invitation.sent':
      return mrkdwn`invited ${name(event.after?.inviteeId)}${into(event.after?.groupId, names)}`
    case 'invitation.answered':
      return event.after?.via === 'code'
        ? mrkdwn`joined with a code of ${name(event.after.inviterId)}${into(event.after.groupId, names)}${sharingOf(event.after.answer)}`
        : mrkdwn`${event.after?.state ?? 'answered'} the invitation of ${name(event.after?.inviterId)}${into(event.after?.groupId, names)}${sharingOf(event.after?.answer)}`
    case 'invitation.resent':
      return mrkdwn`asked ${name(event.after?.inviteeId)} again${into(event.after?.groupId, names)}`
    case 'invitation.revoked':
      return mrkdwn`took back the invitation of ${name(event.after?.inviteeId)}${into(event.after?.groupId, names)}`
    case 'email-invitation.sent':
      return mrkdwn`invited ${event.after?.firstName ?? 'somebody'} by e-mail${into(event.after?.groupId, names)}`
    case 'email-invitation.resent':
      return mrkdwn`invited ${event.after?.firstName ?? 'somebody'} by e-mail again${into(event.after?.groupId, names)}`
    case 'email-invitation.revoked':
      return mrkdwn`took back the e-mail invitation of ${event.after?.firstName ?? 'somebody'}`
    case 'code.created':
      return mrkdwn`made the code …${event.after?.hint ?? ''}${into(event.after?.groupId, names)}${capOf(event.after)}`
    case 'code.revoked':
      return mrkdwn`took back the code …${event.after?.hint ?? ''} (${event.after?.uses ?? 0} joined with it)`
    case 'code.posted':
      return mrkdwn`posted a Join button for the code …${event.after?.hint ?? ''}`
    case 'code.guessed':
      return mrkdwn`saw ${event.after?.wrong ?? 0} wrong codes in a row from one person, and made them wait`
    case 'athlete.added':
      return mrkdwn`added ${name(event.after?.inviteeId)} to the club${into(event.after?.groupId, names)}`
  }
}

function into(groupId: string | null | undefined, names: ReadonlyMap<string, string>): Mrkdwn {
  return groupId ? mrkdwn` into “${names.get(groupId) ?? 'a group'}”` : mrkdwn``
}

function capOf(code: { cap: number | null } | null): Mrkdwn {
  return code?.cap ? mrkdwn`, for ${code.cap}` : mrkdwn``
}

function sharingOf(answer: string | undefined): Mrkdwn {
  if (answer === 'accept-and-share') return mrkdwn`, sharing runs`
  return answer === 'accept-keep-private' ? mrkdwn`, keeping runs private` : mrkdwn``
}
