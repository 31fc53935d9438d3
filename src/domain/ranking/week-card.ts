import type { DayRange } from '#domain/calendar/day-range.ts'
import type { Zone } from '#kernel/instant.ts'
import type { OwnPlace, Podium } from './five-ways.ts'

/** What is stored and typed in a metric's place for the card of five ways to win. */
export const FIVE_WAYS = 'five-ways'
export const FIVE_WAYS_LABEL = 'Five ways to win'

/** Words that mean the card; the first is its name. */
export const FIVE_WAYS_WORDS = [FIVE_WAYS, 'five', 'wins', 'podiums', 'five-ways-to-win'] as const

export function isFiveWays(word: string): boolean {
  const key = word
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-')
  return FIVE_WAYS_WORDS.some(known => known === key)
}

/** A group's week as podiums: nobody below them is named. */
export type WeekCard = {
  groupId: string
  groupName: string
  range: DayRange
  /** Whose midnights bound the days. */
  zone: Zone
  podiums: readonly Podium[]
  /** Members who share with the group, of all members that count. */
  sharing: number
  total: number
}

/** The same for one reader, with their own places; null for whoever has none. */
export type OwnWeek = {
  card: WeekCard
  isMember: boolean
  own: readonly OwnPlace[] | null
  nearest: OwnPlace | null
}
