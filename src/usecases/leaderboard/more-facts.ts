import { instantsOf } from '#domain/calendar/day-range.ts'
import { addDays } from '#domain/calendar/local-day.ts'
import { GAIN_WEEKS, gainPercent } from '#domain/ranking/gain.ts'
import type { MemberFacts } from '#domain/ranking/metric.ts'
import { STREAK_DAYS, streakDays } from '#domain/ranking/streak.ts'
import type { AccountId } from '#kernel/ids.ts'
import type { LocalDay } from '#kernel/instant.ts'
import type { Reading } from '#store/db.ts'
import { findActiveDays } from '#store/read/active-days-read.ts'
import { type BoardQuestion, findBoardFacts } from '#store/read/board-store.ts'
import { rangeBefore } from '../stats/read-group-stats.ts'
import type { BoardWanted } from './get-board.ts'

type Wanted = Omit<BoardWanted, 'metric'>

/** The members with what the wanted metric needs beside the sums of the range; nothing is asked for the others. */
export async function withMoreFacts(
  db: Reading,
  wanted: BoardWanted,
  members: readonly MemberFacts[],
): Promise<MemberFacts[]> {
  const { needs } = wanted.metric
  if (needs === undefined) return [...members]
  switch (needs) {
    case 'streak': {
      const streaks = await findStreaks(db, wanted)
      return members.map(member => ({ ...member, streakDays: streaks(member.memberId) }))
    }
    case 'gain': {
      const gains = await findGains(db, wanted)
      return members.map(member => ({ ...member, gainPercent: gains(member) }))
    }
    case 'plan':
      return members.map(member => ({ ...member, planPercent: null }))
    case 'cheers':
      return members.map(member => ({ ...member, cheersGiven: 0 }))
  }
}

/** Each member's streak up to the end of the range. */
export async function findStreaks(
  db: Reading,
  { group, range, scope }: Wanted,
): Promise<(memberId: string) => number> {
  const ran = await findActiveDays(db, {
    organizationId: group.organizationId,
    groupId: group.id,
    from: addDays(range.to, 1 - STREAK_DAYS),
    to: range.to,
    visibilities: scope.visibilities,
  })
  const none: ReadonlySet<LocalDay> = new Set()
  return memberId => streakDays(ran.get(memberId as AccountId) ?? none, none, range.to)
}

/** Each member's gain over their own four spans of the same length before the range. */
export async function findGains(
  db: Reading,
  wanted: Wanted,
): Promise<(member: Pick<MemberFacts, 'memberId' | 'durationMs'>) => number | null> {
  const before: Map<string, number>[] = []
  for (
    let span = 1, days = rangeBefore(wanted.range);
    span <= GAIN_WEEKS;
    span += 1, days = rangeBefore(days)
  ) {
    const { members } = await findBoardFacts(db, questionOf({ ...wanted, range: days }))
    before.push(new Map(members.map(({ memberId, durationMs }) => [memberId, durationMs])))
  }
  return ({ memberId, durationMs }) =>
    gainPercent(
      durationMs,
      before.map(durations => durations.get(memberId) ?? 0),
    )
}

/** What is asked of the store for a board. */
export function questionOf({ group, range, zone, scope, readerId, care }: Wanted): BoardQuestion {
  return {
    organizationId: group.organizationId,
    groupId: group.id,
    ...instantsOf(range, zone),
    scope,
    readerId,
    ...(care ? { care } : {}),
  }
}
