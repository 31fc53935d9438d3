import { type DayRange, instantsOf } from '#domain/calendar/day-range.ts'
import { localDayAt } from '#domain/calendar/local-day.ts'
import { parseRangeWords, type RangeRefusal } from '#domain/calendar/range-words.ts'
import type { Group } from '#domain/group/group.ts'
import { type AccessRefusal, requireCoach } from '#domain/organization/policy.ts'
import { sumScope } from '#domain/privacy/sum-scope.ts'
import { type Comparison, NO_SUMS } from '#domain/ranking/group-stats.ts'
import type { OrganizationId } from '#kernel/ids.ts'
import type { Zone } from '#kernel/instant.ts'
import { ok, type Result } from '#kernel/result.ts'
import type { Reading } from '#store/db.ts'
import { listGroups } from '#store/group-store.ts'
import { countAthletes } from '#store/membership-store.ts'
import { findGroupSums } from '#store/read/stats-read.ts'
import type { UnitOfReading } from '../ask.ts'
import { STATS_RANGE } from './show-stats.ts'

export type CompareGroups = { range: string | null; zone: Zone | null }

/** All groups of the club beside each other, for a coach alone: every counted member is in the sums. */
export async function compareGroups(
  { db, actor, now }: UnitOfReading,
  input: CompareGroups,
): Promise<Result<Comparison, AccessRefusal | RangeRefusal>> {
  const coach = requireCoach(actor)
  if (!coach.ok) return coach
  const { organizationId } = coach.value
  const zone = input.zone ?? coach.value.zone
  const range = parseRangeWords(input.range ?? STATS_RANGE, localDayAt(now, zone))
  if (!range.ok) return range
  const groups = await listGroups(db, organizationId)
  const { unassignedCount } = await countAthletes(db, organizationId)
  const wanted = { organizationId, groups, range: range.value, zone, isForChannel: false }
  return ok({ ...(await readComparison(db, wanted)), unassigned: unassignedCount })
}

export type ComparisonWanted = {
  organizationId: OrganizationId
  groups: readonly Group[]
  range: DayRange
  zone: Zone
  /** Then those who share are in the sums, and no more. */
  isForChannel: boolean
}

export async function readComparison(db: Reading, wanted: ComparisonWanted): Promise<Comparison> {
  const { organizationId, groups, range, zone, isForChannel } = wanted
  const scope = isForChannel ? sumScope('group', 'channel') : sumScope('coach', 'private')
  const sums = await findGroupSums(db, {
    organizationId,
    groupIds: groups.map(group => group.id),
    ...instantsOf(range, zone),
    scope,
  })
  return {
    range,
    zone,
    countsEverybody: !scope.onlySharing,
    groups: groups
      .map(group => ({
        groupId: group.id,
        groupName: group.name,
        nameKey: group.nameKey,
        sums: sums.get(group.id) ?? { ...NO_SUMS, counted: 0, total: 0 },
      }))
      .sort(
        (one, other) => other.sums.distanceCm - one.sums.distanceCm || (one.nameKey < other.nameKey ? -1 : 1),
      ),
    unassigned: null,
  }
}
