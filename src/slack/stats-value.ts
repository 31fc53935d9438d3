import type { DayRange } from '#domain/calendar/day-range.ts'
import { isLocalDay, isZone, type Zone } from '#kernel/instant.ts'

/** What the buttons under stats carry: a group (none for all of them), days, and whose midnights bound them. */
export type StatsPlace = { groupId: string; range: DayRange; zone: Zone }

export function statsValue({ groupId, range, zone }: StatsPlace): string {
  return [groupId, range.from, range.to, zone].join('|')
}

/** Undefined where an old message holds something else. */
export function readStatsValue(value: string): StatsPlace | undefined {
  const [groupId = '', from = '', to = '', zone = ''] = value.split('|')
  return isLocalDay(from) && isLocalDay(to) && isZone(zone)
    ? { groupId, range: { from, to }, zone }
    : undefined
}
