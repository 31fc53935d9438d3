import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MemberFacts } from '#domain/ranking/metric.ts'
import { METRICS, metricFromWord } from '#domain/ranking/metric.ts'
import { rankMembers } from '#domain/ranking/rank-members.ts'

const member = (memberId: string, name: string, km: number, activities = km > 0 ? 1 : 0): MemberFacts => ({
  memberId,
  name,
  activities,
  distanceCm: km * 100_000,
  durationMs: km * 300_000,
  climbCm: 0,
  activeDays: activities,
})
const metric = (word: string) => {
  const found = metricFromWord(word)
  if (!found) throw new Error(`no metric: ${word}`)
  return found
}
const board = (members: MemberFacts[], word = 'distance') =>
  rankMembers(members, metric(word)).map(({ facts, rank, isIdle }) => [facts.name, rank, isIdle])

describe('ranking members', () => {
  it('lets ties share a rank, by name', () => {
    expect(
      board([member('1', 'Dag', 5), member('2', 'cy', 8), member('3', 'Bo', 8), member('4', 'Al', 9)]),
    ).toEqual([
      ['Al', 1, false],
      ['Bo', 2, false],
      ['cy', 2, false],
      ['Dag', 4, false],
    ])
  })

  it('orders namesakes by id', () => {
    const ids = rankMembers([member('b', 'Bo', 1), member('a', 'BO', 1)], metric('distance'))
    expect(ids.map(({ facts }) => facts.memberId)).toEqual(['a', 'b'])
  })

  it('puts the idle last, after those whose activities score nothing', () => {
    expect(board([member('1', 'Al', 0), member('2', 'Zoe', 5), member('3', 'Bo', 0)], 'elevation')).toEqual([
      ['Zoe', 1, false],
      ['Al', 2, true],
      ['Bo', 2, true],
    ])
  })

  it('is empty without members', () => {
    expect(board([])).toEqual([])
  })

  const anyMember = fc.record({
    memberId: fc.uuid(),
    name: fc.constantFrom('Ada', 'ada', 'Öz', 'Πέτρος', '走', 'Zed'),
    activities: fc.nat(3),
    distanceCm: fc.nat(4),
    durationMs: fc.nat(4),
    climbCm: fc.nat(2),
    activeDays: fc.nat(3),
    loadMilli: fc.option(fc.nat(3)),
    streakDays: fc.nat(3),
    planPercent: fc.option(fc.nat(3)),
    gainPercent: fc.option(fc.integer({ min: -2, max: 2 })),
    cheersGiven: fc.nat(2),
  })
  const anyBoard = fc.tuple(
    fc.uniqueArray(anyMember, { selector: ({ memberId }) => memberId, maxLength: 12 }),
    fc.constantFrom(...METRICS),
  )

  it('does not depend on the order given and loses nobody', () => {
    fc.assert(
      fc.property(
        anyBoard.chain(([members, by]) =>
          fc.tuple(
            fc.constant(members),
            fc.shuffledSubarray(members, { minLength: members.length }),
            fc.constant(by),
          ),
        ),
        ([members, shuffled, by]) => {
          const ranked = rankMembers(members, by)
          expect(rankMembers(shuffled, by)).toEqual(ranked)
          const rankable = members.filter(facts => {
            const isIdle = by.isIdle ? by.isIdle(facts) : facts.activities === 0
            return isIdle || by.scoreOf(facts) !== null
          })
          expect(new Set(ranked.map(({ facts }) => facts))).toEqual(new Set(rankable))
        },
      ),
    )
  })

  it('gives each the rank of one more than are ahead', () => {
    fc.assert(
      fc.property(anyBoard, ([members, by]) => {
        const ranked = rankMembers(members, by)
        for (const { rank, score, isIdle } of ranked) {
          const ahead = ranked.filter(
            other =>
              Number(other.isIdle) < Number(isIdle) || (other.isIdle === isIdle && other.score > score),
          )
          expect(rank).toBe(ahead.length + 1)
        }
      }),
    )
  })
})

describe('a metric', () => {
  it.each([
    ['distance', 'distance'],
    ['KM', 'distance'],
    ['hours', 'time'],
    ['runs', 'activities'],
    ['vert', 'elevation'],
    ['Active days', 'active-days'],
    ['active_days', 'active-days'],
    ['constructor', undefined],
    ['speed', undefined],
  ])('is read from "%s"', (word, name) => {
    expect(metricFromWord(word)?.name).toBe(name)
  })

  it('scores what its name says', () => {
    const facts = {
      ...member('1', 'Al', 10),
      activities: 4,
      loadMilli: 42_500,
      climbCm: 12_000,
      activeDays: 3,
      streakDays: 9,
      planPercent: 80,
      gainPercent: -5,
      cheersGiven: 2,
      ageGradeTenths: 724,
    }
    expect(METRICS.map(({ name, scoreOf }) => [name, scoreOf(facts)])).toEqual([
      ['distance', 1_000_000],
      ['time', 3_000_000],
      ['activities', 4],
      ['elevation', 12_000],
      ['load', 42_500],
      ['active-days', 3],
      ['streak', 9],
      ['plan', 80],
      ['gain', -5],
      ['cheers', 2],
      ['age-grade', 724],
    ])
  })
})
