import type { SubType } from '#domain/activity/sub-type.ts'
import type { DayRange } from '#domain/calendar/day-range.ts'
import type { AccountId, ActivityId } from '#kernel/ids.ts'
import type { Instant, LocalDay, Zone } from '#kernel/instant.ts'
import type { FeedFilter, FeedMode } from './subscription.ts'

/** One done activity, as far as whoever reads the feed may see it. */
export type FeedRun = {
  activityId: ActivityId
  athleteId: AccountId
  athleteName: string
  groupId: string
  /** The athlete's own words; null where free text is not shown. */
  name: string | null
  subType: SubType
  startedAt: Instant
  localOn: LocalDay
  zone: Zone
  distanceCm: number | null
  /** Null where it would tell the pace of somebody who hides it. */
  durationMs: number | null
  climbCm: number | null
  kudos: number
}

/** A place in the feed, newest first; runs of one start go by their id. */
export type FeedCursor = { startedAt: number; id: string }

export type FeedPage = {
  groupId: string
  groupName: string
  filter: FeedFilter
  range: DayRange | null
  runs: FeedRun[]
  hasNewer: boolean
  hasOlder: boolean
  today: LocalDay
  /** Runs of the page on which the reader may give feedback. */
  mayComment: ReadonlySet<string>
  /** Members who share with the group, of all that count; null for those who see more than that. */
  sharing: { sharing: number; total: number } | null
}

/** What a channel's card of one day shows. */
export type DayCard = {
  channelId: string
  day: LocalDay
  /** The club's. */
  zone: Zone
  groups: readonly { groupId: string; name: string; mode: FeedMode }[]
  /** Oldest first. */
  runs: readonly FeedRun[]
  setBy: AccountId | null
  setByName: string
  /** Does anything go into the channel still? */
  isActive: boolean
  /** Weekly boards that the channel had no room for. */
  folded: readonly { groupName: string; range: DayRange; askedBy: AccountId }[]
  sharing: number
  total: number
}
