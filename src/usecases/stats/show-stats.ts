import type { DayRange } from '#domain/calendar/day-range.ts'
import { localDayAt } from '#domain/calendar/local-day.ts'
import { parseRangeWords, type RangeRefusal } from '#domain/calendar/range-words.ts'
import type { GroupRefusal } from '#domain/group/group.ts'
import { type AccessRefusal, isCoach, requireActiveMember } from '#domain/organization/policy.ts'
import { sumScope } from '#domain/privacy/sum-scope.ts'
import type { BoardRefusal } from '#domain/ranking/board.ts'
import type { GroupStats } from '#domain/ranking/group-stats.ts'
import type { Zone } from '#kernel/instant.ts'
import { ok, type Result } from '#kernel/result.ts'
import type { UnitOfReading } from '../ask.ts'
import { resolveWhichGroup, type WhichGroup } from '../group/resolve-group.ts'
import { requireBoardReader } from '../leaderboard/require-board-reader.ts'
import { rangeAfter, rangeBefore, readGroupStats } from './read-group-stats.ts'

/** The week up to today, for who says nothing of days. */
export const STATS_RANGE = '7d'

export type ShowStats = WhichGroup & {
  /** In words; null for the default. */
  range: string | null
  /** Whose midnights bound the days; null for the asker's own. */
  zone: Zone | null
}

/** With the ranges before and after, to be turned to; of weeks and months their neighbours are as many days. */
export type StatsShown = {
  stats: GroupStats
  turns: { earlier: DayRange; later: DayRange }
  /** Is there anything after the range yet? */
  hasNewer: boolean
}

/** A group's sums for the asker alone: a coach's count every member, those of the group's own people who shares. */
export async function showStats(
  { db, actor, now }: UnitOfReading,
  input: ShowStats,
): Promise<Result<StatsShown, AccessRefusal | GroupRefusal | RangeRefusal | BoardRefusal>> {
  const asker = requireActiveMember(actor)
  if (!asker.ok) return asker
  const zone = input.zone ?? asker.value.zone
  const found = await resolveWhichGroup(db, actor, input)
  if (!found.ok) return found
  const group = found.value
  const today = localDayAt(now, zone)
  const range = parseRangeWords(input.range ?? STATS_RANGE, today)
  if (!range.ok) return range
  const reader = await requireBoardReader(db, asker.value, group)
  if (!reader.ok) return reader
  const scope = sumScope(isCoach(actor) ? 'coach' : 'group', 'private')
  const stats = await readGroupStats(db, { group, range: range.value, zone, scope })
  return ok({
    stats,
    turns: { earlier: rangeBefore(range.value), later: rangeAfter(range.value) },
    hasNewer: range.value.to < today,
  })
}
