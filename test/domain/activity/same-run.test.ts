import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ACTIVITY_SOURCES } from '#domain/activity/activity.ts'
import type { RunTraits } from '#domain/activity/same-run.ts'
import { isSameRun } from '#domain/activity/same-run.ts'
import { SUB_TYPES } from '#domain/activity/sub-type.ts'
import { HOUR_MS, instant, localDay, MINUTE_MS } from '#kernel/instant.ts'

const six = instant(Date.parse('2026-11-20T06:00:00Z'))
const watch: RunTraits = {
  source: 'fit',
  subType: 'easy-run',
  startedAt: six,
  distanceCm: 1_000_000,
  durationMs: 50 * MINUTE_MS,
  elapsedMs: 55 * MINUTE_MS,
  localOn: localDay('2026-11-20'),
}
const phone = (change: Partial<RunTraits>): RunTraits => ({ ...watch, source: 'gpx', ...change })
const typed = (change: Partial<RunTraits>): RunTraits => ({ ...watch, source: 'line', ...change })
const later = (minutes: number) => instant(six + minutes * MINUTE_MS)

describe('two recordings', () => {
  it.each<[string, Partial<RunTraits>]>([
    ['starting together', {}],
    ['with other sub-types of run', { subType: 'tempo' }],
    ['one started while the other was under way', { startedAt: later(10), distanceCm: 960_000 }],
    ['with distances 5 % apart', { distanceCm: 950_000 }],
    ['with durations 10 % apart', { durationMs: 45 * MINUTE_MS }],
    ['on two calendar days, when zones differ', { localOn: localDay('2026-11-21') }],
  ])('%s are the same', (_, change) => {
    expect(isSameRun(watch, phone(change))).toBe('same')
  })

  it.each<[string, Partial<RunTraits>]>([
    ['starting when the other has ended', { startedAt: later(55) }],
    ['of other kinds', { subType: 'ride' }],
    ['with distances far apart', { distanceCm: 940_000 }],
    ['with durations far apart', { durationMs: 44 * MINUTE_MS }],
    ['of two days', { startedAt: later(24 * 60), localOn: localDay('2026-11-21') }],
  ])('%s are different', (_, change) => {
    expect(isSameRun(watch, phone(change))).toBe('different')
  })

  it('are perhaps the same when one knows no distance', () => {
    expect(isSameRun(watch, phone({ distanceCm: null }))).toBe('likely')
  })

  it('short ones may differ by 200 m and 2 minutes', () => {
    const short = { distanceCm: 100_000, durationMs: 6 * MINUTE_MS, elapsedMs: 6 * MINUTE_MS }
    const other = { ...short, distanceCm: 119_000, durationMs: 7.5 * MINUTE_MS }
    expect(isSameRun(phone(short), phone(other))).toBe('same')
  })
})

describe('a typed line', () => {
  const noon = instant(six + 6 * HOUR_MS)

  it('beside a recording of the same day with nearly its figures is perhaps the same', () => {
    expect(isSameRun(watch, typed({ startedAt: noon, distanceCm: 1_020_000 }))).toBe('likely')
    expect(isSameRun(watch, typed({ startedAt: noon, durationMs: 51 * MINUTE_MS }))).toBe('likely')
  })

  it('is different with other figures or on another day', () => {
    expect(isSameRun(watch, typed({ startedAt: noon, distanceCm: 1_050_000 }))).toBe('different')
    expect(isSameRun(watch, typed({ startedAt: noon, durationMs: 54 * MINUTE_MS }))).toBe('different')
    expect(isSameRun(watch, typed({ startedAt: noon, localOn: localDay('2026-11-19') }))).toBe('different')
  })

  it('sent twice is the same; two runs like each other on one day are asked about', () => {
    const yesterday = typed({ startedAt: noon })
    expect(isSameRun(yesterday, typed({ startedAt: noon }))).toBe('same')
    expect(isSameRun(yesterday, typed({ startedAt: noon, durationMs: 50.5 * MINUTE_MS }))).toBe('likely')
  })

  it('that agrees with a recording in its start too is the same', () => {
    expect(isSameRun(watch, typed({ startedAt: later(1) }))).toBe('same')
  })
})

describe('sameness', () => {
  const anyRun: fc.Arbitrary<RunTraits> = fc
    .record({
      source: fc.constantFrom(...ACTIVITY_SOURCES),
      subType: fc.constantFrom(...SUB_TYPES),
      minutes: fc.integer({ min: 0, max: 90 }),
      distanceCm: fc.option(fc.integer({ min: 900_000, max: 1_100_000 })),
      durationMs: fc.integer({ min: 45 * MINUTE_MS, max: 55 * MINUTE_MS }),
      pauseMs: fc.nat(MINUTE_MS),
      localOn: fc.constantFrom(localDay('2026-11-20'), localDay('2026-11-21')),
    })
    .map(({ minutes, pauseMs, ...run }) => ({
      ...run,
      startedAt: later(minutes),
      elapsedMs: run.durationMs + pauseMs,
    }))

  it('goes both ways, and an activity is the same as itself', () => {
    fc.assert(
      fc.property(anyRun, anyRun, (one, other) => {
        expect(isSameRun(one, other)).toBe(isSameRun(other, one))
        expect(isSameRun(one, one)).toBe('same')
      }),
    )
  })
})
