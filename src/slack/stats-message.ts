import type { StatsShown } from '#usecases/stats/show-stats.ts'
import type { Message } from '#views/message.ts'
import { statsShown } from '#views/stats.ts'
import { statsValue } from './stats-value.ts'

export function statsMessage({ stats, hasNewer, turns }: StatsShown): Message {
  const { groupId, zone } = stats
  return statsShown(stats, {
    hasNewer,
    ranges: turns,
    valueOf: range => statsValue({ groupId, range, zone }),
  })
}
