import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fiveWays, nearestWin, ownPlaces, placesIn, WAYS, type WeekFacts } from '#domain/ranking/five-ways.ts'

const idle = {
  durationMs: 0,
  activeDays: 0,
  streakDays: 0,
  planPercent: null,
  gainPercent: null,
  cheersGiven: 0,
}
const member = (name: string, given: Partial<WeekFacts> = {}): WeekFacts => ({
  memberId: name,
  name,
  ...idle,
  ...given,
})
const namesOf = (members: readonly WeekFacts[]) =>
  Object.fromEntries(fiveWays(members).map(({ way, places }) => [way, places.map(({ facts }) => facts.name)]))

const someMembers = fc.uniqueArray(
  fc.record({
    memberId: fc.integer({ min: 0, max: 40 }).map(String),
    name: fc.constantFrom('Ana', 'Ben', 'Çelik', 'Dag', 'Ελένη', 'אורי'),
    durationMs: fc.integer({ min: 0, max: 4 }).map(hours => hours * 3_600_000),
    activeDays: fc.integer({ min: 0, max: 7 }),
    streakDays: fc.integer({ min: 0, max: 3 }),
    planPercent: fc.option(fc.integer({ min: 0, max: 100 })),
    gainPercent: fc.option(fc.integer({ min: -50, max: 50 })),
    cheersGiven: fc.integer({ min: 0, max: 3 }),
  }),
  { selector: ({ memberId }) => memberId, maxLength: 30 },
)

describe('five ways to win', () => {
  it('gives whoever wins twice one podium, and passes the other on', () => {
    const ana = member('Ana', { durationMs: 9, activeDays: 7, cheersGiven: 1 })
    const ben = member('Ben', { durationMs: 8, activeDays: 6 })
    const cleo = member('Cleo', { gainPercent: 12 })
    expect(namesOf([ana, ben, cleo])).toEqual({
      time: ['Ana'],
      days: ['Ben'],
      plan: [],
      gain: ['Cleo'],
      cheers: [],
    })
    const passedOn = fiveWays([ana, ben, cleo]).filter(({ isPassedOn }) => isPassedOn)
    expect(passedOn.map(({ way }) => way)).toEqual(['cheers'])
  })

  it('prefers the way in which somebody stands best', () => {
    const fast = member('Fast', { durationMs: 9 })
    const keen = member('Keen', { durationMs: 8, planPercent: 100 })
    expect(namesOf([fast, keen])).toMatchObject({ time: ['Fast'], plan: ['Keen'] })
  })

  it('breaks equal days by the streak, and lets what is still equal share a rank', () => {
    const places = placesIn('days', [
      member('A', { activeDays: 5, streakDays: 2 }),
      member('B', { activeDays: 5, streakDays: 9 }),
      member('C', { activeDays: 5, streakDays: 2 }),
    ])
    expect(places.map(({ facts, rank }) => [facts.name, rank])).toEqual([
      ['B', 1],
      ['A', 2],
      ['C', 2],
    ])
  })

  it('lets ties for the last place stand, but not a crowd', () => {
    const tied = (count: number) =>
      Array.from({ length: count }, (_, index) => member(`M${index}`, { cheersGiven: 2 }))
    expect(fiveWays(tied(5)).at(-1)?.places).toHaveLength(5)
    expect(fiveWays(tied(9)).at(-1)?.places).toHaveLength(6)
  })

  it('says one’s own place, the two neighbours and the nearest next win', () => {
    const members = [
      member('Ana', { durationMs: 100, activeDays: 7 }),
      member('Ben', { durationMs: 90, activeDays: 3 }),
      member('Cleo', { durationMs: 50, activeDays: 3 }),
    ]
    const own = ownPlaces(members, 'Ben')
    expect(own[0]).toMatchObject({
      way: 'time',
      of: 3,
      missing: 10,
      place: { rank: 2 },
      before: { facts: { name: 'Ana' } },
      after: { facts: { name: 'Cleo' } },
    })
    expect(own[2]).toMatchObject({ way: 'plan', place: null, of: 0, before: null, after: null })
    expect(nearestWin(own)).toMatchObject({ way: 'time' })
    expect(nearestWin(ownPlaces(members, 'Ana'))).toBeNull()
  })

  it('puts one person on one podium, whoever they are', () => {
    fc.assert(
      fc.property(someMembers, members => {
        const named = fiveWays(members).flatMap(({ places }) => places.map(({ facts }) => facts.memberId))
        expect(new Set(named).size).toBe(named.length)
      }),
    )
  })

  it('does not depend on the order given', () => {
    fc.assert(
      fc.property(someMembers, fc.infiniteStream(fc.nat()), (members, random) => {
        const shuffled = members
          .map(each => ({ each, by: random.next().value }))
          .sort((a, b) => a.by - b.by)
          .map(({ each }) => each)
        expect(fiveWays(shuffled)).toEqual(fiveWays(members))
      }),
    )
  })

  it('names nobody who did nothing for it, and orders each podium by score', () => {
    fc.assert(
      fc.property(someMembers, members => {
        for (const { places } of fiveWays(members)) {
          expect(places.every(({ score }) => score > 0)).toBe(true)
          expect(places.map(({ rank }) => rank)).toEqual(places.map(({ rank }) => rank).sort((a, b) => a - b))
          expect(places.length).toBeLessThanOrEqual(6)
        }
      }),
    )
  })

  it('leaves no podium empty while somebody could stand on it and stands on none', () => {
    fc.assert(
      fc.property(someMembers, members => {
        const podiums = fiveWays(members)
        const standing = new Set(podiums.flatMap(({ places }) => places.map(({ facts }) => facts.memberId)))
        for (const way of WAYS) {
          const free = placesIn(way, members).filter(({ facts }) => !standing.has(facts.memberId))
          const podium = podiums.find(each => each.way === way)?.places ?? []
          if (free.length > 0) expect(podium.length).toBeGreaterThanOrEqual(3)
        }
      }),
    )
  })

  it('never lets somebody fall by doing more', () => {
    fc.assert(
      fc.property(someMembers, fc.nat(), fc.constantFrom(...WAYS), (members, which, way) => {
        const chosen = members[which % Math.max(1, members.length)]
        if (!chosen) return
        const rankOf = (all: readonly WeekFacts[]) =>
          placesIn(way, all).find(({ facts }) => facts.memberId === chosen.memberId)?.rank ??
          Number.POSITIVE_INFINITY
        const more = {
          ...chosen,
          durationMs: chosen.durationMs + 1,
          activeDays: chosen.activeDays + 1,
          planPercent: (chosen.planPercent ?? 0) + 1,
          gainPercent: (chosen.gainPercent ?? 0) + 1,
          cheersGiven: chosen.cheersGiven + 1,
        }
        expect(rankOf(members.map(each => (each === chosen ? more : each)))).toBeLessThanOrEqual(
          rankOf(members),
        )
      }),
    )
  })
})
