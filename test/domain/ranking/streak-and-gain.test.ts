import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#domain/calendar/local-day.ts'
import { gainPercent } from '#domain/ranking/gain.ts'
import { STREAK_DAYS, streakDays } from '#domain/ranking/streak.ts'
import type { LocalDay } from '#kernel/instant.ts'

const until = '2026-11-15' as LocalDay
const back = (...days: number[]) => new Set(days.map(day => addDays(until, -day)))

describe('a streak', () => {
  it.each([
    ['ends at a day without a run', back(0, 1, 3), back(), 2],
    ['is kept by a planned rest day, which adds nothing', back(0, 2, 3), back(1), 3],
    ['is nothing when the last day had neither run nor planned rest', back(1, 2), back(), 0],
    ['is kept at its end by a rest day', back(1, 2), back(0), 2],
    ['is nothing for one who only rested', back(), back(0, 1, 2), 0],
    ['counts a day once, whether planned as rest or not', back(0, 1), back(0, 1), 2],
  ])('%s', (_, ran, rests, days) => {
    expect(streakDays(ran, rests, until)).toBe(days)
  })

  it('is not broken by a day that is not over', () => {
    expect(streakDays(back(1, 2), back(), until, true)).toBe(2)
    expect(streakDays(back(2), back(), until, true)).toBe(0)
  })

  const anyDays = fc.uniqueArray(fc.nat(STREAK_DAYS + 5)).map(days => back(...days))

  it('is never made shorter by a planned rest day', () => {
    fc.assert(
      fc.property(anyDays, anyDays, fc.nat(STREAK_DAYS), (ran, rests, day) => {
        const more = new Set([...rests, addDays(until, -day)])
        expect(streakDays(ran, more, until)).toBeGreaterThanOrEqual(streakDays(ran, rests, until))
      }),
    )
  })

  it('is never made shorter by a run', () => {
    fc.assert(
      fc.property(anyDays, anyDays, fc.nat(STREAK_DAYS), (ran, rests, day) => {
        const more = new Set([...ran, addDays(until, -day)])
        expect(streakDays(more, rests, until)).toBeGreaterThanOrEqual(streakDays(ran, rests, until))
      }),
    )
  })
})

describe('a gain', () => {
  it.each([
    [60, [60, 60, 60, 60], 0],
    [90, [60, 60, 60, 60], 50],
    [30, [60, 60, 60, 60], -50],
    [300, [60, 60, 60, 60], 100],
    [30, [60, 60, 0, 0], 0],
    [0, [60, 60, 60, 60], -100],
    [61, [60, 60, 60, 60], 1],
    [30, [120, 0, 0, 0], null],
    [30, [0, 0, 0, 0], null],
  ])('of %i minutes after %j is %s', (now, before, percent) => {
    expect(gainPercent(now, before)).toBe(percent)
  })
})
