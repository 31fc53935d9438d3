import { type DayRange, daysOf, instantsOf, lengthInDays } from '#domain/calendar/day-range.ts'
import { dayRunsOf } from '#domain/calendar/day-runs.ts'
import { addDays } from '#domain/calendar/local-day.ts'
import type { Group } from '#domain/group/group.ts'
import type { SumScope } from '#domain/privacy/sum-scope.ts'
import { type GroupStats, NO_SUMS } from '#domain/ranking/group-stats.ts'
import type { Zone } from '#kernel/instant.ts'
import type { Reading } from '#store/db.ts'
import { findDaySums, findGroupSums } from '#store/read/stats-read.ts'

export type StatsWanted = { group: Group; range: DayRange; zone: Zone; scope: SumScope }

/** A group's sums, day by day, and those of as many days before. */
export async function readGroupStats(db: Reading, wanted: StatsWanted): Promise<GroupStats> {
  const { group, range, zone, scope } = wanted
  const question = { organizationId: group.organizationId, groupIds: [group.id], scope }
  const sumsOf = async (days: DayRange) => {
    const found = await findGroupSums(db, { ...question, ...instantsOf(days, zone) })
    return found.get(group.id) ?? { ...NO_SUMS, counted: 0, total: 0 }
  }
  const ofDay = await findDaySums(db, { ...question, ...instantsOf(range, zone) }, dayRunsOf(range, zone))
  return {
    groupId: group.id,
    groupName: group.name,
    range,
    zone,
    countsEverybody: !scope.onlySharing,
    sums: await sumsOf(range),
    before: await sumsOf(rangeBefore(range)),
    days: daysOf(range).map((on, index) => ({ on, ...(ofDay.get(index) ?? NO_SUMS) })),
  }
}

/** As many days, ending where the range begins. */
export function rangeBefore({ from, to }: DayRange): DayRange {
  const days = lengthInDays({ from, to })
  return { from: addDays(from, -days), to: addDays(to, -days) }
}

/** As many days, beginning where the range ends. */
export function rangeAfter({ from, to }: DayRange): DayRange {
  const days = lengthInDays({ from, to })
  return { from: addDays(from, days), to: addDays(to, days) }
}
