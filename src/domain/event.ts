import type { AccountId, OrganizationId, OutboxId } from '#kernel/ids.ts'
import type { Activity } from './activity/activity.ts'
import type { ImportEvent } from './activity/import-event.ts'
import type { MergeEvent } from './activity/merge-event.ts'
import type { ConnectionEvent } from './connection/connection-event.ts'
import type { FeedEvent } from './feed/feed-event.ts'
import type { Group } from './group/group.ts'
import type { GroupDeedEvent } from './group/group-event.ts'
import type { EmailInvitation } from './invitation/email-invitation.ts'
import type { Invitation, InvitationAnswer } from './invitation/invitation.ts'
import type { InvitationCode } from './invitation/invitation-code.ts'
import type { MetricsEvent } from './metrics/metrics-event.ts'
import type { OrganizationEvent } from './organization/organization-event.ts'
import type { AvailabilityEvent } from './plan/availability/availability-event.ts'
import type { CalendarEvent } from './plan/calendar/calendar-event.ts'
import type { LivingEvent } from './plan/living/living-event.ts'
import type { AdherenceEvent } from './plan/matching/adherence-event.ts'
import type { PlanEvent } from './plan/template/plan-event.ts'
import type { WorkoutEvent } from './plan/workout-event.ts'
import type { PrivacySwitches } from './privacy/privacy-switches.ts'
import type { StatsEvent } from './ranking/stats-event.ts'
import type { RosterEvent } from './roster/roster-event.ts'
import type { Schedule } from './schedule/schedule.ts'
import type { SignalEvent } from './signal/signal-event.ts'

/**
 * What happened, once. From one event come two ledgers: the audit entry (who, what, before, after) and the outbox
 * rows of `noticesOf`; a use case that returns its events can forget neither.
 */
export type EventOf<Type extends string, Data> = Type extends string ? Happened<Type, Data> : never

type Happened<Type extends string, Data> = {
  type: Type
  organizationId: OrganizationId
  target: { kind: string; id: string }
  /** The athlete whom the event is about; null when it is about nobody in particular. */
  subjectId: AccountId | null
  /** May the subject read the entry? Never for notes and assignments. */
  isVisibleToSubject: boolean
  before: Data | null
  after: Data | null
}

export type GroupMembershipData = {
  changeId: string
  groupId: string
  groupName: string
  memberIds: string[]
  /** Who put them in, when it was not themselves: they are told. */
  addedBy: string | null
  /** How it came about, where nobody simply put them in or took them out. */
  how?: 'asked' | 'left' | 'undone'
}
export type SharingData = { groupId: string; groupName: string; isShared: boolean }
export type BoardRequest = {
  postId: string
  groupId: string
  channelId: string
  metric: string
  /** Local days, both included, of the zone. */
  from: string
  to: string
  zone: string
  /** The account that asked for it or set it up. */
  askedBy: string
}
export type OccurrenceData = {
  scheduleId: string
  channelId: string
  groupId: string
  localOn: string
  dueAt: number
  board: BoardRequest | null
  setBy: string
  isLate: boolean
  /** The channel has no room for another board: it is a line of the day's card instead. */
  isFolded?: boolean
  /** How many weeks were found missed at once; 0 where this is not the entry that tells whoever set the schedule. */
  missedToTell: number
}
/** A post that was taken out of its channel again. */
export type PulledBackData = {
  outboxId: OutboxId
  kind: string
  channelId: string
  ts: string
  fileId: string | null
}
/** Posts that show somebody who changed what may be seen of them: each is drawn anew, or taken away. */
export type OutdatedPostsData = {
  changeId: string
  cause: OutdatedBy
  posts: { outboxId: string; channelId: string }[]
}
export type OutdatedBy = 'privacy' | 'activity' | 'removal' | 'deletion'
export type DataExportData = { exportId: string }
/** How many rows of each kind were erased. */
export type ErasureData = { receiptId: string; erased: Readonly<Record<string, number>> }
export type AuditExportData = {
  exportId: string
  askedBy: string
  accountId: string | null
  kind: string | null
  since: number | null
  until: number | null
}
export type DeliveryFailureData = {
  outboxId: OutboxId
  kind: string
  recipient: string
  error: string
  scheduleId: string | null
  tell: string | null
}

/** Messages that still offer the answers to an invitation which is over, by the id of their outbox row. */
export type ClosedMessages = { messages?: readonly string[] }

/** The address stays out of the audit: whoever has it may have it deleted, and is nobody the audit knows. */
export type EmailInvitationData = Omit<EmailInvitation, 'address' | 'addressKey'>
/** One sending of an invitation by e-mail; without a mail server the coach sends the text. */
export type EmailSending = { sendingId: string; isMailed: boolean }

export type DomainEvent =
  | MergeEvent
  | ImportEvent
  | OrganizationEvent
  | MetricsEvent
  | RosterEvent
  | WorkoutEvent
  | StatsEvent
  | PlanEvent
  | LivingEvent
  | CalendarEvent
  | AdherenceEvent
  | AvailabilityEvent
  | SignalEvent
  | FeedEvent
  | ConnectionEvent
  | GroupDeedEvent
  | EventOf<'organization.claimed', { name: string; headCoachId: string }>
  | EventOf<'demo.loaded', { athletes: number; groups: number; activities: number }>
  | EventOf<'group.created' | 'group.edited' | 'group.deleted', Group>
  | EventOf<'group.members-added' | 'group.members-removed', GroupMembershipData>
  | EventOf<'invitation.sent', Invitation>
  | EventOf<'invitation.answered', Invitation & ClosedMessages & { answer: InvitationAnswer }>
  | EventOf<'invitation.resent', Invitation & { sendingId: string }>
  | EventOf<'invitation.revoked', Invitation & ClosedMessages>
  | EventOf<'email-invitation.sent' | 'email-invitation.resent', EmailInvitationData & EmailSending>
  | EventOf<'email-invitation.revoked', EmailInvitationData>
  | EventOf<'code.created' | 'code.revoked', InvitationCode>
  | EventOf<'code.posted', InvitationCode & { channelId: string; postedBy: string }>
  | EventOf<'code.guessed', { slackUserId: string; wrong: number }>
  | EventOf<'athlete.added', Invitation>
  | EventOf<'athlete.sharing-answered', { invitationId: string; isShared: boolean }>
  | EventOf<'sharing.changed', SharingData>
  | EventOf<'activity.logged' | 'activity.edited' | 'activity.deleted', Activity>
  | EventOf<'leaderboard.requested', BoardRequest>
  | EventOf<'schedule.set' | 'schedule.paused' | 'schedule.resumed' | 'schedule.ended', Schedule>
  | EventOf<'occurrence.posted' | 'occurrence.missed', OccurrenceData>
  | EventOf<'delivery.failed', DeliveryFailureData>
  | EventOf<'post.pulled-back', PulledBackData>
  | EventOf<'privacy.changed', PrivacySwitches>
  | EventOf<'posts.outdated', OutdatedPostsData>
  | EventOf<'data.export-asked', DataExportData>
  | EventOf<'data.erased', ErasureData>
  | EventOf<'audit.export-asked', AuditExportData>
  | EventOf<'roster.export-asked', { exportId: string; askedBy: string }>

export type EventType = DomainEvent['type']
