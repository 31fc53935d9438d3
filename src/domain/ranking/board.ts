import type { DayRange } from '#domain/calendar/day-range.ts'
import type { Zone } from '#kernel/instant.ts'
import type { Metric } from './metric.ts'
import type { Standing } from './rank-members.ts'

/** A group's ranking over some days, as far as the reader may see it. */
export type Board = {
  groupId: string
  groupName: string
  metric: Metric
  range: DayRange
  /** Whose midnights bound the days. */
  zone: Zone
  standings: readonly Standing[]
  /** Members who would have a place, had the metric anything to reckon theirs from. */
  unranked: number
  /** Members who share with the group, of all members that count. */
  sharing: number
  total: number
}

export type BoardRefusal =
  | { code: 'metric-unknown'; text: string; suggestion: string | null }
  /** The operator has supplied no table of standards. */
  | { code: 'no-age-grades' }
  | { code: 'board-for-members'; name: string }
  | { code: 'not-a-board-poster' }
  | { code: 'post-gone' }
  | { code: 'not-your-post' }
