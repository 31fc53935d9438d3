import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coalesce, decideCatchUp } from '#domain/calendar/catch-up.ts'
import { DAY_MS, HOUR_MS, instant, localDay, MINUTE_MS } from '#kernel/instant.ts'

const dueAt = instant(Date.parse('2026-11-23T08:00:00Z'))
const decide = (lateMs: number) => decideCatchUp({ dueAt, now: instant(dueAt + lateMs), catchUpHours: 36 })

describe('catching up', () => {
  it.each([
    ['on the dot', 0, 'post'],
    ['a quarter of an hour late', 15 * MINUTE_MS, 'post'],
    ['later', 15 * MINUTE_MS + 1, 'post-late'],
    ['at the end of the hours of grace', 36 * HOUR_MS, 'post-late'],
    ['after them', 36 * HOUR_MS + 1, 'missed'],
  ])('%s', (_, lateMs, decision) => {
    expect(decide(lateMs)).toBe(decision)
  })

  it('is not for what is still to come', () => {
    expect(() => decide(-1)).toThrow(RangeError)
  })

  it('posts no more than one of many weeks, the latest', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 20 }), { maxLength: 6 }),
        fc.integer({ min: 0, max: 3_000 }),
        (weeks, catchUpHours) => {
          const occurrences = weeks.map(week => ({
            localOn: localDay('2026-11-23'),
            dueAt: instant(dueAt - week * 7 * DAY_MS),
          }))
          const now = instant(dueAt + HOUR_MS)
          const decided = coalesce(occurrences, { now, catchUpHours })
          expect(decided.map(({ occurrence }) => occurrence)).toEqual(occurrences)
          const latest = Math.max(...occurrences.map(({ dueAt: at }) => at))
          for (const { occurrence, decision } of decided) {
            const alone = decideCatchUp({ dueAt: occurrence.dueAt, now, catchUpHours })
            expect(decision).toBe(occurrence.dueAt === latest ? alone : 'missed')
          }
        },
      ),
    )
  })

  it('has nothing to decide about nothing', () => {
    expect(coalesce([], { now: dueAt, catchUpHours: 36 })).toEqual([])
  })
})
