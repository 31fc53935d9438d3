import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysOf, instantsOf } from '#domain/calendar/day-range.ts'
import { dayIndexAt, dayRunsOf } from '#domain/calendar/day-runs.ts'
import { addDays, localDayAt } from '#domain/calendar/local-day.ts'
import { instant, type LocalDay, zone } from '#kernel/instant.ts'

const ZONES = [
  'Europe/Oslo',
  'America/New_York',
  'Australia/Lord_Howe',
  'America/Scoresbysund',
  'Asia/Kathmandu',
  'UTC',
].map(zone)

describe('the days of a range as runs', () => {
  it('are one run where clocks do not change, and begin anew after a change', () => {
    const quiet = { from: '2026-05-01' as LocalDay, to: '2026-05-31' as LocalDay }
    expect(dayRunsOf(quiet, zone('Europe/Oslo'))).toHaveLength(1)
    const spring = { from: '2026-03-23' as LocalDay, to: '2026-04-05' as LocalDay }
    expect(dayRunsOf(spring, zone('Europe/Oslo')).map(({ index, days }) => [index, days])).toEqual([
      [0, 7],
      [7, 7],
    ])
  })

  it('find for every instant the day that its wall calendar shows', () => {
    const start = fc.integer({ min: 0, max: 365 * 4 })
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        start,
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (where, first, length, part) => {
          const from = addDays('2024-01-01' as LocalDay, first)
          const range = { from, to: addDays(from, length - 1) }
          const { from: begin, until } = instantsOf(range, where)
          const at = instant(Math.min(until - 1, Math.floor(begin + part * (until - begin))))
          expect(daysOf(range)[dayIndexAt(dayRunsOf(range, where), at)]).toBe(localDayAt(at, where))
        },
      ),
      { numRuns: 500 },
    )
  })
})
