import type { DomainEvent } from '#domain/event.ts'
import type { AccountId } from '#kernel/ids.ts'
import { adherenceNoticesOf } from './adherence-notices.ts'
import { connectionNoticesOf } from './connection-notices.ts'
import { exportNoticesOf } from './export-notices.ts'
import { feedNoticesOf } from './feed-notices.ts'
import { groupNoticesOf } from './group-notices.ts'
import { importNoticesOf } from './import-notices.ts'
import { invitationNoticesOf } from './invitation-notices.ts'
import { livingNoticesOf } from './living-notices.ts'
import { organizationNoticesOf } from './organization-notices.ts'
import { planNoticesOf } from './plan-notices.ts'
import { postingNoticesOf } from './posting-notices.ts'
import { signalNoticesOf } from './signal-notices.ts'
import { statsNoticesOf } from './stats-notices.ts'

/** A message that an event calls for. Payloads hold ids; what is drawn from them is looked up when it is sent. */
export type Notice = {
  kind: NoticeKind
  /** A channel's id, an account whose direct message it is, or an invitation whose address gets a mail. */
  to: { channelId: string } | { accountId: AccountId } | { emailInvitationId: string }
  /** The same notice is never queued twice. */
  dedupeKey: string
  payload: Readonly<Record<string, string | number | boolean | null>>
  /** Nobody asked for it just now: it waits until the quiet hours of the one it goes to are over. */
  keepsQuietHours?: boolean
  /** Waits so long for more of its kind, which it then tells of as well. */
  holdMs?: number
}

export const NOTICE_KINDS = [
  'invitation',
  'invitation-result',
  'invitation-closed',
  'email',
  'code-post',
  'club-welcome',
  'group-welcome',
  'join-request',
  'join-request-closed',
  'join-answer',
  'group-offer',
  'group-passed',
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
  'plan-change',
  'session',
  'session-hour-question',
  'session-change',
  'pause-over',
  'workout-picture',
  'import-summary',
  'nudge',
  'connection',
  'roster-import-report',
  'stats-picture',
  'adherence-picture',
  'availability',
  'plan-picture',
  'feed-card',
  'feed-details',
  'feed-run',
  'feed-digest',
  'feed-redraw',
  'run-feedback',
  'comparison',
] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

/** Every event and what is to be said of it; exhaustive, so that a new event has to decide. */
export function noticesOf(event: DomainEvent): Notice[] {
  switch (event.type) {
    case 'invitation.sent':
    case 'invitation.answered':
    case 'invitation.resent':
    case 'invitation.revoked':
    case 'email-invitation.sent':
    case 'email-invitation.resent':
    case 'code.posted':
    case 'athlete.added':
    case 'group.members-added':
      return invitationNoticesOf(event)
    case 'group.join-asked':
    case 'group.join-answered':
    case 'group.join-withdrawn':
    case 'group.channel-offered':
    case 'group.owner-changed':
    case 'group.restored':
      return groupNoticesOf(event)
    case 'session-hour.set':
    case 'session.due':
    case 'sessions.changed':
    case 'change.asked':
    case 'change.answered':
    case 'own-moves.set':
    case 'pause.over':
    case 'workout.picture-asked':
      return livingNoticesOf(event)
    case 'athlete.nudged':
    case 'signal.snoozed':
    case 'signal.done':
    case 'signals.settings-changed':
    case 'quiet-hours.changed':
      return signalNoticesOf(event)
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
    case 'plan.created':
    case 'plan.edited':
    case 'plan.archived':
    case 'plan.picture-asked':
    case 'plan.assigned':
    case 'enrollment.paused':
    case 'enrollment.resumed':
    case 'enrollment.ended':
      return planNoticesOf(event)
    case 'session.matched':
    case 'session.unmatched':
    case 'session.match-released':
    case 'adherence.picture-asked':
    case 'availability.round-set':
    case 'availability.round-ended':
    case 'availability.asked':
    case 'availability.answered':
      return adherenceNoticesOf(event)
    case 'leaderboard.requested':
    case 'occurrence.posted':
    case 'occurrence.missed':
    case 'delivery.failed':
    case 'post.pulled-back':
    case 'posts.outdated':
      return postingNoticesOf(event)
    case 'stats.picture-asked':
      return statsNoticesOf(event)
    case 'feed.digest-due':
    case 'activity.commented':
    case 'comparison.requested':
      return feedNoticesOf(event)
    case 'data.export-asked':
    case 'data.erased':
    case 'roster.export-asked':
    case 'roster.import-read':
    case 'audit.export-asked':
      return exportNoticesOf(event)
    case 'import.finished':
    case 'import.cancelled':
    case 'import.failed':
      return importNoticesOf(event)
    case 'source.connected':
    case 'source.renewed':
    case 'source.disconnected':
      return connectionNoticesOf(event)
    case 'calendar.opened':
    case 'calendar.closed':
    case 'feed.subscribed':
    case 'feed.ended':
    case 'feed.paused':
    case 'channel.budget-changed':
    case 'kudos.given':
    case 'kudos.withdrawn':
    case 'email-invitation.revoked':
    case 'workout.created':
    case 'workout.edited':
    case 'workout.archived':
    case 'workout.restored':
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
    case 'import.started':
    case 'import.slice-read':
    case 'activity.merged':
    case 'activity.unmerged':
    case 'activity-file.removed':
    case 'activity.logged':
    case 'activity.edited':
    case 'activity.deleted':
    case 'schedule.set':
    case 'schedule.paused':
    case 'schedule.resumed':
    case 'schedule.ended':
    case 'sharing.changed':
    case 'privacy.changed':
    case 'vdot.entered':
    case 'athlete.edited':
    case 'athlete.noted':
    case 'roster.imported':
    case 'profile.changed':
      return []
  }
}
