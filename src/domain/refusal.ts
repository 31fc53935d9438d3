import type { ActivityRefusal } from './activity/activity-refusal.ts'
import type { ImportRefusal } from './activity/archive-refusal.ts'
import type { RangeRefusal } from './calendar/range-words.ts'
import type { ConnectionRefusal } from './connection/connection-refusal.ts'
import type { FeedRefusal } from './feed/feed-refusal.ts'
import type { GroupRefusal } from './group/group.ts'
import type { GroupDeedRefusal } from './group/group-refusal.ts'
import type { EmailRefusal } from './invitation/email-address.ts'
import type { EmailInvitationRefusal } from './invitation/email-invitation.ts'
import type { InvitationRefusal } from './invitation/invitation.ts'
import type { CodeRefusal } from './invitation/invitation-code.ts'
import type { MetricsRefusal } from './metrics/metrics-refusal.ts'
import type { OrganizationRefusal } from './organization/organization-refusal.ts'
import type { AccessRefusal } from './organization/policy.ts'
import type { AvailabilityRefusal } from './plan/availability/availability-refusal.ts'
import type { CalendarRefusal } from './plan/calendar/calendar-refusal.ts'
import type { LivingRefusal } from './plan/living/living-refusal.ts'
import type { AdherenceRefusal } from './plan/matching/adherence-refusal.ts'
import type { PlanRefusal } from './plan/template/plan-refusal.ts'
import type { WorkoutRefusal } from './plan/workout-refusal.ts'
import type { PrivacySwitch } from './privacy/privacy-switches.ts'
import type { BoardRefusal } from './ranking/board.ts'
import type { BulkRefusal } from './roster/bulk-change.ts'
import type { RosterImportRefusal } from './roster/roster-import.ts'
import type { RosterRefusal } from './roster/roster-refusal.ts'
import type { ScheduleRefusal } from './schedule/schedule.ts'
import type { SignalRefusal } from './signal/signal-refusal.ts'

export type ClaimRefusal = { code: 'claim-code-wrong' } | { code: 'already-claimed' }

export type MembershipRefusal =
  | { code: 'person-not-in-club'; name: string }
  | { code: 'person-suspended'; name: string }
  | { code: 'owner-suspended'; name: string }
  | { code: 'already-in-group'; names: string[] }
  | { code: 'not-in-group'; name: string }
  | { code: 'nobody-named' }

export type EdgeRefusal =
  | { code: 'already-handled' }
  | { code: 'stale-button' }
  | { code: 'person-unknown' }
  | { code: 'channel-unknown' }

export type PrivacyRefusal =
  | { code: 'only-tighten-while-suspended'; switches: PrivacySwitch[]; groups: string[] }
  | { code: 'export-too-soon'; minutes: number }
  | { code: 'head-coach-cannot-delete' }
  | { code: 'deletion-not-confirmed' }

/** Every "no" that Astral knows, by code and data; the words are `refusalInWords`. */
export type Refusal =
  | AccessRefusal
  | ClaimRefusal
  | GroupRefusal
  | CalendarRefusal
  | GroupDeedRefusal
  | MembershipRefusal
  | InvitationRefusal
  | EmailRefusal
  | EmailInvitationRefusal
  | CodeRefusal
  | ScheduleRefusal
  | ActivityRefusal
  | ImportRefusal
  | RangeRefusal
  | BoardRefusal
  | EdgeRefusal
  | OrganizationRefusal
  | PrivacyRefusal
  | RosterRefusal
  | WorkoutRefusal
  | MetricsRefusal
  | PlanRefusal
  | LivingRefusal
  | AdherenceRefusal
  | AvailabilityRefusal
  | BulkRefusal
  | SignalRefusal
  | FeedRefusal
  | ConnectionRefusal
  | RosterImportRefusal
