import type { DayRange } from '#domain/calendar/day-range.ts'
import type { LocalDay, Zone } from '#kernel/instant.ts'

/** Sums over the activities of a group's counted members. */
export type GroupSums = {
  /** Whole centimetres. */
  distanceCm: number
  /** Whole milliseconds. */
  durationMs: number
  activities: number
  /** Members with at least one activity. */
  active: number
}

export const NO_SUMS: GroupSums = { distanceCm: 0, durationMs: 0, activities: 0, active: 0 }

/** Who is counted in the sums. */
export type Counted = {
  /** Members whose activities are in the sums. */
  counted: number
  /** Active athletes of the group at the end of the range. */
  total: number
}

export type DaySums = GroupSums & { on: LocalDay }

/** What a group did in a range, as far as the reader may know. */
export type GroupStats = {
  groupId: string
  groupName: string
  range: DayRange
  /** Whose midnights bound the days. */
  zone: Zone
  /** A coach's sums count everybody; others' those who share. */
  countsEverybody: boolean
  sums: GroupSums & Counted
  /** As many days directly before, for the trend. */
  before: GroupSums & Counted
  /** Every day of the range, rising. */
  days: readonly DaySums[]
}

/** Groups beside each other over the same days. */
export type Comparison = {
  range: DayRange
  zone: Zone
  countsEverybody: boolean
  /** The most distance first. */
  groups: readonly { groupId: string; groupName: string; sums: GroupSums & Counted }[]
  /** Active athletes of the club in no group; null for those who may not know. */
  unassigned: number | null
}

/** Growth in whole per cent, half away from zero; null where nothing was before. */
export function trendPercent(now: number, before: number): number | null {
  if (before <= 0) return null
  const percent = (100 * (now - before)) / before
  return Math.sign(percent) * Math.round(Math.abs(percent))
}
