import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Measured } from '#domain/activity/activity.ts'
import { requireDayPossible, requirePossible } from '#domain/activity/measured-sanity.ts'
import { fastestEverMs } from '#domain/activity/world-records.ts'
import { DAY_MS, HOUR_MS, instant, MINUTE_MS, SECOND_MS } from '#kernel/instant.ts'

const now = instant(Date.parse('2026-11-20T09:00:00Z'))
const easy: Measured = {
  subType: 'easy-run',
  startedAt: instant(now - 2 * DAY_MS),
  distanceCm: 820_000,
  durationMs: 2_710_000,
  elapsedMs: 2_800_000,
  climbCm: 4_000,
  averageHeartRate: 150,
  maxHeartRate: 171,
  device: null,
}
const judge = (change: Partial<Measured>) => requirePossible({ ...easy, ...change }, now)
const why = (change: Partial<Measured>) => {
  const judged = judge(change)
  return judged.ok ? 'possible' : judged.refusal.code
}

describe('a measurement', () => {
  it('passes when a person can have done it', () => {
    expect(judge({})).toEqual({ ok: true, value: easy })
    expect(why({ distanceCm: null, subType: 'strength', averageHeartRate: null, climbCm: null })).toBe(
      'possible',
    )
  })

  it('may equal the world record and not beat it', () => {
    const marathon = { distanceCm: 4_219_500, durationMs: 7_170_000 }
    expect(why(marathon)).toBe('possible')
    expect(judge({ ...marathon, durationMs: 7_169_000 })).toEqual({
      ok: false,
      refusal: {
        code: 'faster-than-world-record',
        distanceCm: 4_219_500,
        durationMs: 7_169_000,
        fastestMs: 7_170_000,
      },
    })
  })

  it('is compared to records between the record distances and on both sides of them', () => {
    expect(why({ distanceCm: 800_000, durationMs: 20 * MINUTE_MS })).toBe('faster-than-world-record')
    expect(why({ distanceCm: 800_000, durationMs: 21 * MINUTE_MS })).toBe('possible')
    expect(why({ distanceCm: 5_000, durationMs: 4 * SECOND_MS })).toBe('faster-than-world-record')
    expect(why({ distanceCm: 5_000, durationMs: 6 * SECOND_MS })).toBe('possible')
    expect(why({ distanceCm: 33_000_000, durationMs: DAY_MS })).toBe('faster-than-world-record')
  })

  it('knows no running record for rides', () => {
    expect(why({ subType: 'ride', distanceCm: 4_000_000, durationMs: HOUR_MS })).toBe('possible')
    expect(why({ distanceCm: 4_000_000, durationMs: HOUR_MS })).toBe('faster-than-world-record')
  })

  it.each<[string, Partial<Measured>]>([
    ['nothing-done', { durationMs: 0 }],
    ['nothing-done', { durationMs: -1 }],
    ['nothing-done', { durationMs: Number.NaN }],
    ['nothing-done', { distanceCm: 0 }],
    ['nothing-done', { distanceCm: -100 }],
    ['nothing-done', { distanceCm: Number.NaN }],
    ['longer-than-a-day', { durationMs: DAY_MS + 1 }],
    ['distance-too-long', { distanceCm: 50_000_001 }],
    ['distance-too-long', { subType: 'ride', distanceCm: 200_000_001 }],
    ['too-long-ago', { startedAt: instant(Date.UTC(1999, 11, 31, 23, 59, 59, 999)) }],
    ['heart-rate-impossible', { averageHeartRate: 24 }],
    ['heart-rate-impossible', { averageHeartRate: 0 }],
    ['heart-rate-impossible', { averageHeartRate: Number.NaN }],
    ['heart-rate-impossible', { maxHeartRate: 241 }],
    ['climb-impossible', { climbCm: -1 }],
    ['climb-impossible', { climbCm: 4_000_001 }],
  ])('is refused as %s: %j', (code, change) => {
    expect(why(change)).toBe(code)
  })

  it.each<[Partial<Measured>]>([
    [{ averageHeartRate: 25, maxHeartRate: 240 }],
    [{ startedAt: instant(Date.UTC(2000, 0, 1)) }],
    [{ durationMs: DAY_MS, distanceCm: 10_000_000, startedAt: instant(now - 2 * DAY_MS) }],
    [{ climbCm: 0 }],
  ])('may touch a limit: %j', change => {
    expect(why(change)).toBe('possible')
  })

  it('must have ended, give or take the five minutes that clocks differ', () => {
    const endingIn = (ms: number) => why({ startedAt: instant(now - easy.durationMs + ms) })
    expect([endingIn(5 * MINUTE_MS), endingIn(5 * MINUTE_MS + 1)]).toEqual(['possible', 'in-future'])
  })
})

describe('the fastest ever', () => {
  it('takes longer for longer distances, at a pace that never gets faster beyond 200 m', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 40_000_000 }),
        fc.integer({ min: 1, max: 100_000 }),
        (cm, more) => {
          expect(fastestEverMs(cm + more)).toBeGreaterThan(fastestEverMs(cm))
          if (cm < 20_000) return
          expect(fastestEverMs(cm + more) / (cm + more)).toBeGreaterThanOrEqual(fastestEverMs(cm) / cm - 1e-9)
        },
      ),
    )
  })
})

describe('a day', () => {
  it('has 24 hours of activity at most', () => {
    expect(requireDayPossible(DAY_MS)).toEqual({ ok: true, value: DAY_MS })
    expect(requireDayPossible(DAY_MS + 1)).toEqual({
      ok: false,
      refusal: { code: 'day-too-full', totalMs: DAY_MS + 1 },
    })
  })
})
