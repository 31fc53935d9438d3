import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysOf } from '#domain/calendar/day-range.ts'
import { addDays } from '#domain/calendar/local-day.ts'
import { ALL_EARNED, judgeDays } from '#domain/plan/matching/judge-days.ts'
import { leastCostPairs } from '#domain/plan/matching/least-cost-pairs.ts'
import { type LockedMatch, matchSessions, sessionKey } from '#domain/plan/matching/match-sessions.ts'
import { planDayKinds } from '#domain/plan/matching/plan-day-kind.ts'
import { shareOfPlan } from '#domain/plan/matching/share-of-plan.ts'
import { DAYS, done, MONDAY, plannedWeek } from './kept-weeks.ts'

const someDay = fc.constantFrom(...DAYS)
const aPlan = fc
  .array(fc.tuple(someDay, fc.constantFrom('8km easy', '5km easy', '45min easy', '"Bike hour" 60min')), {
    maxLength: 10,
  })
  .map(lines => plannedWeek(lines.map(([day, text]) => `${day} ${text}`)))
const someRuns = fc
  .array(
    fc.tuple(someDay, fc.constantFrom('easy-run', 'ride', 'race', 'walk'), fc.integer({ min: 1, max: 40 })),
    {
      maxLength: 12,
    },
  )
  .map(lines => done(lines.map(([day, type, km]) => `${day} ${type} ${km}km`)))
const aWeek = fc.tuple(aPlan, someRuns).chain(([plan, runs]) =>
  fc.record({
    plan: fc.constant(plan),
    runs: fc.constant(runs),
    shuffledPlan: fc.shuffledSubarray(plan, { minLength: plan.length }),
    shuffledRuns: fc.shuffledSubarray(runs, { minLength: runs.length }),
    locks: fc.array(
      fc.tuple(fc.nat(Math.max(0, runs.length - 1)), fc.option(fc.nat(Math.max(0, plan.length - 1)))),
      { maxLength: 4 },
    ),
  }),
)

function locksOf({
  plan,
  runs,
  locks,
}: {
  plan: ReturnType<typeof plannedWeek>
  runs: ReturnType<typeof done>
  locks: [number, number | null][]
}): LockedMatch[] {
  const said = new Map<string, LockedMatch>()
  for (const [run, session] of locks) {
    const activity = runs[run]
    const named = session === null ? undefined : plan[session]?.session
    if (activity) said.set(activity.id, { activityId: activity.id, session: named ?? null })
  }
  return [...said.values()]
}

const saidOf = (matches: ReturnType<typeof matchSessions>) =>
  [...matches].map(([key, { activity }]) => `${key}=${activity.id}`).sort()

describe('matching', () => {
  it('does not depend on the order in which things are given', () => {
    fc.assert(
      fc.property(aWeek, week => {
        const locks = locksOf(week)
        const matches = matchSessions(week.plan, week.runs, locks)
        const shuffled = matchSessions(week.shuffledPlan, week.shuffledRuns, [...locks].reverse())
        expect(saidOf(shuffled)).toEqual(saidOf(matches))
      }),
      { numRuns: 60 },
    )
  })

  it('gives each activity once, on its day and of its kind unless it was said by hand, and keeps what was said', () => {
    fc.assert(
      fc.property(aWeek, week => {
        const locks = locksOf(week)
        const matches = matchSessions(week.plan, week.runs, locks)
        const ids = [...matches.values()].map(({ activity }) => activity.id)
        expect(new Set(ids).size).toBe(ids.length)
        for (const { session, family } of week.plan) {
          const match = matches.get(sessionKey(session))
          if (match && !match.isByHand)
            expect([match.activity.on, match.activity.family]).toEqual([session.on, family])
        }
        for (const { activityId, session } of locks) {
          if (session === null) expect(ids).not.toContain(activityId)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('earns between nothing and all, nothing with nothing done, and leaves no session open beside a free run of its kind', () => {
    fc.assert(
      fc.property(aWeek, ({ plan, runs }) => {
        const facts = {
          days: daysOf({ from: MONDAY, to: addDays(MONDAY, 6) }),
          today: addDays(MONDAY, 7),
          asked: plan,
          locks: [],
          kindOf: () => 'in-plan' as const,
        }
        const days = judgeDays({ ...facts, activities: runs })
        const share = shareOfPlan(days)
        expect(share === null).toBe(plan.length === 0)
        expect(share ?? 0).toBeGreaterThanOrEqual(0)
        expect(share ?? 0).toBeLessThanOrEqual(100)
        for (const day of days) {
          for (const { earned, match, session } of day.sessions) {
            expect(earned).toBeLessThanOrEqual(ALL_EARNED)
            const family = plan.find(each => sessionKey(each.session) === sessionKey(session))?.family
            if (!match) expect(day.extra.filter(run => run.family === family)).toEqual([])
          }
        }
        const idle = shareOfPlan(judgeDays({ ...facts, activities: [] }))
        expect(idle).toBe(plan.length === 0 ? null : 0)
      }),
      { numRuns: 60 },
    )
  })
})

describe('pairing at the least cost', () => {
  /** Every way there is, for a few. */
  function cheapest(costs: number[][]): number {
    const columns = costs[0]?.length ?? 0
    const turned = Array.from({ length: columns }, (_, column) => costs.map(row => row[column] ?? 0))
    const [rows, wide] = costs.length <= columns ? [costs, columns] : [turned, costs.length]
    const from = (row: number, taken: number): number =>
      row === rows.length
        ? 0
        : Math.min(
            ...Array.from({ length: wide }, (_, column) =>
              taken & (1 << column)
                ? Number.POSITIVE_INFINITY
                : (rows[row]?.[column] ?? 0) + from(row + 1, taken | (1 << column)),
            ),
          )
    return from(0, 0)
  }

  it('is as cheap as the cheapest of all ways', () => {
    const table = fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 5 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(fc.nat(50), { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
      )
    fc.assert(
      fc.property(table, costs => {
        const columns = leastCostPairs(costs)
        const taken = columns.filter(column => column >= 0)
        expect(taken.length).toBe(Math.min(costs.length, costs[0]?.length ?? 0))
        expect(new Set(taken).size).toBe(taken.length)
        const sum = columns.reduce((cost, column, row) => cost + (costs[row]?.[column] ?? 0), 0)
        expect(sum).toBe(cheapest(costs))
      }),
      { numRuns: 150 },
    )
    expect(leastCostPairs([])).toEqual([])
    expect(leastCostPairs([[], []])).toEqual([-1, -1])
  })
})

describe('the days of a plan', () => {
  const enrollment = {
    startOn: MONDAY,
    firstOn: MONDAY,
    lastOn: addDays(MONDAY, 13),
    shifts: [],
    weeks: 2,
    state: 'active' as const,
    stateOn: null,
  }
  const kinds = (given: Partial<Parameters<ReturnType<typeof planDayKinds>>[0][number]>, to = 13) => {
    const kindOf = planDayKinds(addDays(MONDAY, -1), addDays(MONDAY, to))([{ ...enrollment, ...given }])
    return Array.from({ length: to + 2 }, (_, index) => kindOf(addDays(MONDAY, index - 1))[0]).join('')
  }

  it('stand still while it is paused and where it was, and are none before, after and when it ended', () => {
    expect(kinds({}, 14)).toBe(`n${'i'.repeat(14)}n`)
    expect(kinds({ firstOn: addDays(MONDAY, 3) })).toBe(`nnnn${'i'.repeat(11)}`)
    expect(kinds({ state: 'paused', stateOn: addDays(MONDAY, 9) })).toBe(`n${'i'.repeat(9)}${'p'.repeat(5)}`)
    expect(kinds({ state: 'ended', stateOn: addDays(MONDAY, 9) })).toBe(`n${'i'.repeat(9)}${'n'.repeat(5)}`)
    const shifted = { shifts: [{ fromDay: 3, days: 7 }], lastOn: addDays(MONDAY, 20) }
    expect(kinds(shifted, 20)).toBe(`n${'i'.repeat(3)}${'p'.repeat(7)}${'i'.repeat(11)}`)
  })
})
