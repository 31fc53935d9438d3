import type { Activity } from '#domain/activity/activity.ts'
import type { ConnectedSource } from '#domain/connection/connection.ts'
import type { TrainingState } from '#domain/metrics/metrics-card.ts'
import type { MemberStatus } from '#domain/organization/role.ts'
import type { RunningPlan } from '#domain/plan/template/enrollment.ts'
import type { DataQuality } from '#domain/signal/data-quality.ts'
import type { SignalFinding } from '#domain/signal/signal.ts'
import type { AccountId } from '#kernel/ids.ts'
import type { Instant, LocalDay } from '#kernel/instant.ts'
import type { Label } from './decide-attributes.ts'

export const ROSTER_PAGE = 15

/** What the roster is narrowed to; null is everybody. */
export type RosterFilters = {
  status: MemberStatus | null
  /** As written; letter case does not matter. */
  memberLevel: string | null
  labelKey: string | null
  coachId: string | null
  groupId: string | null
  /** Only those in no group. */
  isInNoGroup: boolean
  /** Found in nickname, name or e-mail address, at the beginning of a word or inside it. */
  text: string
}

export const NO_FILTERS: RosterFilters = {
  status: null,
  memberLevel: null,
  labelKey: null,
  coachId: null,
  groupId: null,
  isInNoGroup: false,
  text: '',
}

export type RosterRow = {
  accountId: AccountId
  slackUserId: string
  /** The club's name for them, else Slack's. */
  name: string
  status: MemberStatus
  memberLevel: string | null
  labels: string[]
  groups: string[]
}

export type RosterPage = {
  rows: RosterRow[]
  /** How many match in all, and how many stand before this page. */
  total: number
  offset: number
  filters: RosterFilters
  choices: RosterChoices
}

/** What can be filtered by, at most 100 of each. */
export type RosterChoices = {
  levels: string[]
  labels: Label[]
  coaches: { accountId: string; name: string }[]
  groups: { groupId: string; name: string }[]
}

export type AthleteNote = { id: string; authorName: string; text: string; createdAt: Instant }

/** Everything about one athlete that the coach who looks may see. */
export type AthleteCard = {
  accountId: AccountId
  slackUserId: string
  name: string
  slackName: string
  status: MemberStatus
  memberLevel: string | null
  labels: string[]
  version: number
  groups: string[]
  /** Null where the coach who looks may not see who is assigned to whom. */
  coaches: string[] | null
  goal: { name: string | null; on: LocalDay | null; paceMsPerKm: number | null } | null
  /** What they are on and will be. */
  plans?: RunningPlan[]
  /** Whole per cent of what was due in the last four weeks; null where nothing was. */
  planShare?: number | null
  lastSource: Activity['source'] | null
  /** Sources outside that send their activities by themselves. */
  connected: ConnectedSource[]
  recent: Activity[]
  /** Twelve weeks, oldest first, Monday to Sunday of the athlete's own days; centimetres. */
  weeks: { from: LocalDay; distanceCm: number }[]
  /** The athlete shows this coach nothing of what they run. */
  isHidden: boolean
  /** Null where the athlete does not show the coach their pace. */
  training?: TrainingState | null
  /** What the rules notice in their runs; nothing where the coach may not see them. */
  findings?: SignalFinding[]
  quality?: DataQuality | null
  notes: AthleteNote[]
  notesMore: number
  today: LocalDay
  mayEdit: boolean
  mayRemove: boolean
}
