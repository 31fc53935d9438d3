import { instantsOf } from '#domain/calendar/day-range.ts'
import { addDays } from '#domain/calendar/local-day.ts'
import { bestAgeGrades } from '#domain/ranking/best-age-grade.ts'
import { GAIN_WEEKS, gainPercent } from '#domain/ranking/gain.ts'
import type { MemberFacts } from '#domain/ranking/metric.ts'
import { STREAK_DAYS, streakDays } from '#domain/ranking/streak.ts'
import type { AccountId } from '#kernel/ids.ts'
import type { LocalDay } from '#kernel/instant.ts'
import { findAgeGradeTable } from '#store/age-grade-store.ts'
import { listAssignedAthletes } from '#store/coach-store.ts'
import type { Reading } from '#store/db.ts'
import { findActiveDays } from '#store/read/active-days-read.ts'
import type { BoardQuestion } from '#store/read/board-store.ts'
import { countCheersGiven } from '#store/read/cheers-read.ts'
import { listGradedRaces } from '#store/read/race-read.ts'
import { findSpanDurations, type Span } from '#store/read/span-read.ts'
import { readShareOfPlan } from '../plan/read-adherence.ts'
import { readRestDays } from '../plan/read-rest-days.ts'
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
    case 'plan': {
      const percentOf = await findPlanPercents(db, wanted, members)
      return members.map(member => ({ ...member, planPercent: percentOf(member.memberId) }))
    }
    case 'age-grade': {
      const grades = await findAgeGrades(db, wanted)
      return members.map(member => ({ ...member, ageGradeTenths: grades.get(member.memberId) ?? null }))
    }
    case 'cheers': {
      const cheersOf = await findCheers(db, wanted)
      return members.map(member => ({ ...member, cheersGiven: cheersOf(member.memberId) }))
    }
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
  const days = { from: addDays(range.to, 1 - STREAK_DAYS), to: range.to }
  const rests = await readRestDays(db, group.organizationId, [...ran.keys()], days.from, days.to)
  return memberId => {
    const accountId = memberId as AccountId
    return streakDays(ran.get(accountId) ?? none, rests.get(accountId) ?? none, range.to)
  }
}

/** Each member's share of their plan in the range, from what the reader may know of; no more of the plan is told. */
export async function findPlanPercents(
  db: Reading,
  wanted: Wanted,
  members: readonly Pick<MemberFacts, 'memberId'>[],
): Promise<(memberId: string) => number | null> {
  const { group, range, zone, scope, readerId, care, now } = wanted
  const { organizationId } = group
  const assigned = care ? await listAssignedAthletes(db, organizationId, care.coachId) : []
  const inCare = new Set<string>(assigned.map(({ accountId }) => accountId))
  const shares = await readShareOfPlan(db, {
    organizationId,
    accountIds: members.map(({ memberId }) => memberId as AccountId),
    ...range,
    now: now ?? instantsOf(range, zone).until,
    sees: (accountId, visibility) =>
      accountId === readerId ||
      (care && inCare.has(accountId) ? care.scope : scope).visibilities.includes(visibility),
  })
  return memberId => shares.get(memberId as AccountId)?.percent ?? null
}

/** Each member's gain over their own four spans of the same length before the range. */
export async function findGains(
  db: Reading,
  wanted: Wanted,
): Promise<(member: Pick<MemberFacts, 'memberId' | 'durationMs'>) => number | null> {
  const spans: Span[] = []
  for (let days = rangeBefore(wanted.range); spans.length < GAIN_WEEKS; days = rangeBefore(days)) {
    spans.push(instantsOf(days, wanted.zone))
  }
  const before = await findSpanDurations(db, questionOf(wanted), spans)
  return ({ memberId, durationMs }) => gainPercent(durationMs, before.get(memberId as AccountId) ?? [])
}

/** How often each member cheered for the group's runs in the range. */
export async function findCheers(
  db: Reading,
  { group, range, zone }: Wanted,
): Promise<(memberId: string) => number> {
  const { from, until } = instantsOf(range, zone)
  const given = await countCheersGiven(db, group.organizationId, group.id, from, until)
  return memberId => given.get(memberId as AccountId) ?? 0
}

/** Of each member who wants it the best graded race of the range; of nobody without a table of standards. */
async function findAgeGrades(db: Reading, wanted: Wanted): Promise<Map<string, number>> {
  const table = await findAgeGradeTable(db)
  return table ? bestAgeGrades(table, await listGradedRaces(db, questionOf(wanted))) : new Map()
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
