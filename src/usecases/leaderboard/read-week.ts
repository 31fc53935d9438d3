import type { DayRange } from '#domain/calendar/day-range.ts'
import type { Group } from '#domain/group/group.ts'
import { boardScope } from '#domain/privacy/board-scope.ts'
import type { WeekFacts } from '#domain/ranking/five-ways.ts'
import type { Instant, Zone } from '#kernel/instant.ts'
import type { Reading } from '#store/db.ts'
import { findBoardFacts } from '#store/read/board-store.ts'
import { findCheers, findGains, findPlanPercents, findStreaks, questionOf } from './more-facts.ts'

export type WeekWanted = { group: Group; range: DayRange; zone: Zone; now?: Instant }

/** What everybody who shares with the group did in the week, as a channel may know it. */
export async function readWeek(
  db: Reading,
  week: WeekWanted,
): Promise<{ members: WeekFacts[]; sharing: number; total: number }> {
  const wanted = { ...week, scope: boardScope('teammate', 'channel'), readerId: null }
  const { members, sharing, total } = await findBoardFacts(db, questionOf(wanted))
  const [streakOf, gainOf] = [await findStreaks(db, wanted), await findGains(db, wanted)]
  const planOf = await findPlanPercents(db, wanted, members)
  const cheersOf = await findCheers(db, wanted)
  return {
    members: members.map(({ memberId, name, durationMs, activeDays }) => ({
      memberId,
      name,
      durationMs,
      activeDays,
      streakDays: streakOf(memberId),
      planPercent: planOf(memberId),
      gainPercent: gainOf({ memberId, durationMs }),
      cheersGiven: cheersOf(memberId),
    })),
    sharing,
    total,
  }
}
