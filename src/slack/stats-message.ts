import type { Units } from '#domain/activity/units.ts'
import type { DayRange } from '#domain/calendar/day-range.ts'
import type { StatsShown } from '#usecases/stats/show-stats.ts'
import type { Message } from '#views/message.ts'
import { statsShown } from '#views/stats.ts'
import { statsValue } from './stats-value.ts'

export function statsMessage({ stats, hasNewer, turns }: StatsShown, units: Units): Message {
  const { groupId, zone } = stats
  const toValue = (range: DayRange) => statsValue({ groupId, range, zone })
  return statsShown(stats, { hasNewer, ranges: turns, valueOf: toValue }, units)
}
