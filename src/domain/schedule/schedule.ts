import type { AccountId, GroupId, OrganizationId, ScheduleId, SlackChannelId } from '#kernel/ids.ts'
import type { Instant, LocalTime, Zone } from '#kernel/instant.ts'

export type Schedule = {
  id: ScheduleId
  organizationId: OrganizationId
  groupId: GroupId
  channelId: SlackChannelId
  kind: 'weekly-leaderboard'
  metric: string
  /** 1 is Monday, 7 is Sunday. */
  weekday: number
  time: LocalTime
  zone: Zone
  /** After downtime a post goes out late within this many hours; later it is recorded as missed. */
  catchUpHours: number
  activeFrom: Instant
  state: 'active' | 'paused' | 'ended'
  pauseReason: string | null
  setBy: AccountId
  createdAt: Instant
  updatedAt: Instant
}

export const CATCH_UP_HOURS = 36

export type ScheduleRefusal =
  | { code: 'schedule-unknown' }
  | { code: 'schedule-already-ended' }
  | { code: 'schedule-already-paused' }
  | { code: 'schedule-already-active' }
  | { code: 'zone-unknown'; zone: string }
  | { code: 'time-unknown'; text: string }
  | { code: 'weekday-unknown'; text: string; suggestion: string | null }
  | { code: 'channel-missing' }
  | { code: 'channel-archived'; channelId: string }
  | { code: 'not-in-channel'; channelId: string }
