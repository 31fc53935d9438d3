import type { DayRange } from '#domain/calendar/day-range.ts'
import type { Schedule } from '#domain/schedule/schedule.ts'

/** Why a leaderboard stands in a channel, for anybody who reads it there. */
export type PostExplained = {
  groupName: string
  setByName: string
  range: DayRange
  /** Null when somebody asked for this one post. */
  schedule: Schedule | null
}
