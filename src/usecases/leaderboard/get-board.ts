import type { DayRange } from '#domain/calendar/day-range.ts'
import type { Group } from '#domain/group/group.ts'
import type { BoardScope } from '#domain/privacy/board-scope.ts'
import type { Board } from '#domain/ranking/board.ts'
import type { Metric } from '#domain/ranking/metric.ts'
import { rankMembers } from '#domain/ranking/rank-members.ts'
import type { AccountId } from '#kernel/ids.ts'
import type { Instant, Zone } from '#kernel/instant.ts'
import type { Reading } from '#store/db.ts'
import { type BoardQuestion, findBoardFacts } from '#store/read/board-store.ts'
import { questionOf, withMoreFacts } from './more-facts.ts'

export type BoardWanted = {
  group: Group
  metric: Metric
  range: DayRange
  zone: Zone
  scope: BoardScope
  /** Null where many read. */
  readerId: AccountId | null
  /** A coach whose own athletes are seen by a wider scope than the rest. */
  care?: BoardQuestion['care']
  /** Days of the range that are still to come for somebody break no plan; without it the range is over. */
  now?: Instant
}

/** The board as it stands now, for an answer and for a post alike. */
export async function getBoard(db: Reading, wanted: BoardWanted): Promise<Board> {
  const { group, metric, range, zone } = wanted
  const facts = await findBoardFacts(db, questionOf(wanted))
  // Who hides their climb cannot be ranked by it; nor by load or age grade, which beside the time are the pace, who hides that.
  const ranked = facts.members.filter(
    member =>
      !(metric.unit === 'climb-cm' && member.hidesClimb) &&
      !((metric.unit === 'load-milli' || metric.unit === 'age-grade-tenths') && member.hidesPace),
  )
  const standings = rankMembers(await withMoreFacts(db, wanted, ranked), metric)
  return {
    groupId: group.id,
    groupName: group.name,
    metric,
    range,
    zone,
    standings,
    unranked: ranked.length - standings.length,
    sharing: facts.sharing,
    total: facts.total,
  }
}
