import type { DomainEvent } from '#domain/event.ts'
import type { AccountId } from '#kernel/ids.ts'
import { organizationNoticesOf } from './organization-notices.ts'

/** A message that an event calls for. Payloads hold ids; what is drawn from them is looked up when it is sent. */
export type Notice = {
  kind: NoticeKind
  /** A channel's id, an account whose direct message it is, or an invitation whose address gets a mail. */
  to: { channelId: string } | { accountId: AccountId } | { emailInvitationId: string }
  /** The same notice is never queued twice. */
  dedupeKey: string
  payload: Readonly<Record<string, string | number | boolean | null>>
}

export const NOTICE_KINDS = [
  'invitation',
  'invitation-result',
  'email',
  'code-post',
  'club-welcome',
  'group-welcome',
  'leaderboard',
  'occurrence-missed',
  'delivery-problem',
  'post-removal',
  'coach-role',
  'coach-assignments',
  'head-coach-offer',
  'head-coach-answer',
  'head-coach-changed',
  'member-status',
  'member-removed',
  'leaderboard-redraw',
  'data-export',
  'erasure-receipt',
  'audit-export',
  'roster-export',
] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

/** Every event and what is to be said of it; exhaustive, so that a new event has to decide. */
export function noticesOf(event: DomainEvent): Notice[] {
  switch (event.type) {
    case 'invitation.sent':
      return (event.after ? [event.after] : []).map(invitation => ({
        kind: 'invitation',
        to: { accountId: invitation.inviteeId },
        dedupeKey: `invitation:${invitation.id}`,
        payload: { invitationId: invitation.id },
      }))
    case 'invitation.answered':
      return (event.after ? [event.after] : []).map(invitation => ({
        kind: 'invitation-result',
        to: { accountId: invitation.inviterId },
        dedupeKey: `invitation-result:${invitation.id}`,
        payload: { invitationId: invitation.id },
      }))
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
    case 'coach.added':
    case 'coach.removed':
    case 'coach.athlete-assigned':
    case 'coach.athlete-unassigned':
    case 'head-coach.offered':
    case 'head-coach.declined':
    case 'head-coach.withdrawn':
    case 'head-coach.changed':
    case 'member.status-changed':
    case 'member.removed':
      return organizationNoticesOf(event)
    case 'leaderboard.requested':
      return event.after
        ? [leaderboardNotice(event.after, `leaderboard:${event.after.postId}`, null, false)]
        : []
    case 'occurrence.posted':
      return event.after?.board
        ? [
            leaderboardNotice(
              event.after.board,
              `weekly:${event.after.scheduleId}:${event.after.localOn}`,
              event.after.scheduleId,
              event.after.isLate,
            ),
          ]
        : []
    case 'occurrence.missed':
      return event.after && event.after.missedToTell > 0
        ? [
            {
              kind: 'occurrence-missed',
              to: { accountId: event.after.setBy as AccountId },
              dedupeKey: `missed:${event.after.scheduleId}:${event.after.localOn}`,
              payload: {
                scheduleId: event.after.scheduleId,
                groupId: event.after.groupId,
                channelId: event.after.channelId,
                localOn: event.after.localOn,
                weeks: event.after.missedToTell,
              },
            },
          ]
        : []
    case 'delivery.failed':
      return event.after?.tell
        ? [
            {
              kind: 'delivery-problem',
              to: { accountId: event.after.tell as AccountId },
              dedupeKey: `problem:${event.after.outboxId}`,
              payload: {
                kind: event.after.kind,
                recipient: event.after.recipient,
                error: event.after.error,
                scheduleId: event.after.scheduleId,
              },
            },
          ]
        : []
    case 'post.pulled-back':
      return event.after
        ? [
            {
              kind: 'post-removal',
              to: { channelId: event.after.channelId },
              dedupeKey: `removal:${event.after.outboxId}`,
              payload: {
                channelId: event.after.channelId,
                ts: event.after.ts,
                fileId: event.after.fileId,
              },
            },
          ]
        : []
    case 'posts.outdated':
      return (event.after?.posts ?? []).map(post => ({
        kind: 'leaderboard-redraw',
        to: { channelId: post.channelId },
        dedupeKey: `redraw:${event.after?.changeId}:${post.outboxId}`,
        payload: { outboxId: post.outboxId },
      }))
    case 'data.export-asked':
      return event.after && event.subjectId
        ? [
            {
              kind: 'data-export',
              to: { accountId: event.subjectId },
              dedupeKey: `data-export:${event.after.exportId}`,
              payload: { accountId: event.subjectId },
            },
          ]
        : []
    case 'data.erased':
      return event.after && event.subjectId
        ? [
            {
              kind: 'erasure-receipt',
              to: { accountId: event.subjectId },
              dedupeKey: `erasure-receipt:${event.after.receiptId}`,
              payload: { receiptId: event.after.receiptId },
            },
          ]
        : []
    case 'roster.export-asked':
      return event.after
        ? [
            {
              kind: 'roster-export',
              to: { accountId: event.after.askedBy as AccountId },
              dedupeKey: `roster-export:${event.after.exportId}`,
              payload: {},
            },
          ]
        : []
    case 'audit.export-asked':
      return event.after
        ? [
            {
              kind: 'audit-export',
              to: { accountId: event.after.askedBy as AccountId },
              dedupeKey: `audit-export:${event.after.exportId}`,
              payload: {
                accountId: event.after.accountId,
                kind: event.after.kind,
                since: event.after.since,
                until: event.after.until,
              },
            },
          ]
        : []
    case 'invitation.revoked':
    case 'email-invitation.revoked':
    case 'code.created':
    case 'code.revoked':
    case 'code.guessed':
    case 'athlete.sharing-answered':
    case 'organization.claimed':
    case 'demo.loaded':
    case 'group.created':
    case 'group.edited':
    case 'group.deleted':
    case 'group.members-removed':
    case 'activity.logged':
    case 'activity.edited':
    case 'activity.deleted':
    case 'schedule.set':
    case 'schedule.paused':
    case 'schedule.resumed':
    case 'schedule.ended':
    case 'sharing.changed':
    case 'privacy.changed':
    case 'athlete.edited':
    case 'athlete.noted':
    case 'profile.changed':
      return []
  }
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

function leaderboardNotice(
  board: {
    groupId: string
    channelId: string
    metric: string
    from: string
    to: string
    zone: string
    askedBy: string
  },
  dedupeKey: string,
  scheduleId: string | null,
  isLate: boolean,
): Notice {
  return {
    kind: 'leaderboard',
    to: { channelId: board.channelId },
    dedupeKey,
    payload: {
      groupId: board.groupId,
      metric: board.metric,
      from: board.from,
      to: board.to,
      zone: board.zone,
      askedBy: board.askedBy,
      scheduleId,
      isLate,
    },
  }
}
