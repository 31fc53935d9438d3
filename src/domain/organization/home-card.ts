import type { Group } from '#domain/group/group.ts'
import type { DayCard } from '#domain/plan/living/day-card.ts'
import type { PrivacySwitches } from '#domain/privacy/privacy-switches.ts'
import type { DataQuality } from '#domain/signal/data-quality.ts'
import type { AttentionCard, Insight } from '#domain/signal/signal-card.ts'
import type { Instant, LocalDay, Zone } from '#kernel/instant.ts'
import type { Role } from './role.ts'

/** What the Home tab shows, by who looks. */
export type HomeCard = StrangerHome | MemberHome

export type StrangerHome = {
  kind: 'stranger'
  clubName: string | null
  headCoachName: string | null
}

export type MemberHome = {
  kind: 'member'
  clubName: string
  isDemo: boolean
  displayName: string
  roles: ReadonlySet<Role>
  isSuspended: boolean
  /** For those who coach. */
  club: ClubAtAGlance | null
  /** For those who run. */
  week: OwnWeek | null
  /** What they are asked to do today; for those who run. */
  today?: DayCard | null
  /** Who needs them; for those who coach. */
  attention?: AttentionCard | null
  /** What they may be glad of, and how complete their data is; for those who run. */
  insights?: Insight[]
  quality?: DataQuality | null
  /** What they let others see; for those who run. */
  privacy: PrivacySwitches | null
}

export type ClubAtAGlance = {
  zone: Zone
  totalAthletes: number
  unassignedCount: number
  /** Members who logged a run in the last seven days, of all active athletes. */
  activeThisWeek: number
  groups: { group: Group; members: number }[]
  /** Who asks to join a group and waits for an answer. */
  openRequests: number
  pending: { name: string; groupName: string | null; sentAt: Instant }[]
  nextPosts: { groupName: string; channelId: string; dueAt: Instant | null; state: 'active' | 'paused' }[]
}

export type OwnWeek = {
  today: LocalDay
  from: LocalDay
  zone: Zone
  runs: {
    activityId: string
    name: string
    localOn: LocalDay
    distanceCm: number | null
    durationMs: number
  }[]
  distanceCm: number
  durationMs: number
  groups: { group: Group; isShared: boolean }[]
}
