import { type DayRange, instantsOf } from '#domain/calendar/day-range.ts'
import { addDays } from '#domain/calendar/local-day.ts'
import type { Group } from '#domain/group/group.ts'
import { boardScope } from '#domain/privacy/board-scope.ts'
import type { WeekFacts } from '#domain/ranking/five-ways.ts'
import { GAIN_WEEKS, gainPercent } from '#domain/ranking/gain.ts'
import { STREAK_DAYS, streakDays } from '#domain/ranking/streak.ts'
import type { AccountId } from '#kernel/ids.ts'
import type { LocalDay, Zone } from '#kernel/instant.ts'
import type { Reading } from '#store/db.ts'
import { findActiveDays } from '#store/read/active-days-read.ts'
import { findBoardFacts } from '#store/read/board-store.ts'
import { rangeBefore } from '../stats/read-group-stats.ts'

export type WeekWanted = { group: Group; range: DayRange; zone: Zone }

/** What everybody who shares with the group did in the week, as a channel may know it. */
export async function readWeek(
  db: Reading,
  { group, range, zone }: WeekWanted,
): Promise<{ members: WeekFacts[]; sharing: number; total: number }> {
  const { organizationId, id: groupId } = group
  const scope = boardScope('teammate', 'channel')
  const factsOf = (days: DayRange) =>
    findBoardFacts(db, { organizationId, groupId, ...instantsOf(days, zone), scope, readerId: null })
  const week = await factsOf(range)
  const before: Map<string, number>[] = []
  for (let weeks = 1, days = rangeBefore(range); weeks <= GAIN_WEEKS; weeks += 1, days = rangeBefore(days)) {
    const { members } = await factsOf(days)
    before.push(new Map(members.map(({ memberId, durationMs }) => [memberId, durationMs])))
  }
  const ran = await findActiveDays(db, {
    organizationId,
    groupId,
    from: addDays(range.to, 1 - STREAK_DAYS),
    to: range.to,
    visibilities: scope.visibilities,
  })
  const none: ReadonlySet<LocalDay> = new Set()
  return {
    members: week.members.map(({ memberId, name, durationMs, activeDays }) => ({
      memberId,
      name,
      durationMs,
      activeDays,
      streakDays: streakDays(ran.get(memberId as AccountId) ?? none, none, range.to),
      planPercent: null,
      gainPercent: gainPercent(
        durationMs,
        before.map(durations => durations.get(memberId) ?? 0),
      ),
      cheersGiven: 0,
    })),
    sharing: week.sharing,
    total: week.total,
  }
}
