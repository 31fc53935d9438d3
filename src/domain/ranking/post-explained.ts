import type { DayRange } from '#domain/calendar/day-range.ts'
import type { ChannelBudget } from '#domain/feed/channel-budget.ts'
import type { FeedMode } from '#domain/feed/subscription.ts'
import type { Schedule } from '#domain/schedule/schedule.ts'
import type { LocalDay } from '#kernel/instant.ts'

/** Why a message of Astral's stands in a channel, for anybody who reads it there. */
export type PostExplained = { setByName: string; budget: ChannelBudget } & (
  | {
      kind: 'leaderboard'
      groupName: string
      range: DayRange
      /** Null when somebody asked for this one post. */
      schedule: Schedule | null
    }
  | { kind: 'feed'; groupNames: readonly string[]; mode: FeedMode; day: LocalDay | null }
  | { kind: 'comparison'; range: DayRange }
  | { kind: 'join-code' }
)
