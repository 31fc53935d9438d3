import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localTimeAt } from '#domain/calendar/local-day.ts'
import {
  DEFAULT_QUIET_HOURS,
  isQuietAt,
  nextAllowedInstant,
  quietHoursOf,
} from '#domain/calendar/quiet-hours.ts'
import { DAY_MS, instant, type LocalTime, zone } from '#kernel/instant.ts'

const OSLO = zone('Europe/Oslo')
const at = (iso: string) => instant(Date.parse(iso))

describe('quiet hours', () => {
  it.each([
    ['2026-11-20T19:59:00Z', '2026-11-20T19:59:00.000Z', 'in the evening it may arrive'],
    ['2026-11-20T20:00:00Z', '2026-11-21T06:00:00.000Z', 'from nine on it waits for the morning'],
    ['2026-11-20T23:30:00Z', '2026-11-21T06:00:00.000Z', 'after midnight it waits for the same morning'],
    ['2026-11-21T05:59:59Z', '2026-11-21T06:00:00.000Z', 'to the last second'],
    ['2026-11-21T06:00:00Z', '2026-11-21T06:00:00.000Z', 'at seven it may arrive'],
    ['2026-03-28T22:00:00Z', '2026-03-29T05:00:00.000Z', 'over a night that is an hour shorter'],
    ['2026-10-24T22:00:00Z', '2026-10-25T06:00:00.000Z', 'over a night that is an hour longer'],
  ])('%s: %s, %s', (now, allowed) => {
    expect(new Date(nextAllowedInstant(at(now), OSLO, DEFAULT_QUIET_HOURS)).toISOString()).toBe(allowed)
  })

  it('may lie within a day, or not be at all', () => {
    const nap = { from: '13:00' as LocalTime, to: '15:00' as LocalTime }
    expect(nextAllowedInstant(at('2026-11-20T13:30:00Z'), OSLO, nap)).toBe(at('2026-11-20T14:00:00Z'))
    expect(nextAllowedInstant(at('2026-11-20T02:00:00Z'), OSLO, null)).toBe(at('2026-11-20T02:00:00Z'))
    expect(quietHoursOf('21:00', '21:00')).toBeUndefined()
    expect(quietHoursOf('21:00', '7')).toBeUndefined()
  })

  it('never lets anything arrive in them, never early, and never more than a day and an hour late', () => {
    const time = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}` as LocalTime)
    const zones = fc.constantFrom('Europe/Oslo', 'Asia/Kathmandu', 'America/St_Johns', 'Australia/Lord_Howe')
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 366 * 24 * 60 }), zones, time, time, (minute, name, from, to) => {
        fc.pre(from !== to)
        const now = instant(Date.UTC(2026, 0, 1) + minute * 60_000)
        const allowed = nextAllowedInstant(now, zone(name), { from, to })
        expect(allowed).toBeGreaterThanOrEqual(now)
        expect(allowed - now).toBeLessThanOrEqual(DAY_MS + DAY_MS / 24)
        // A clock put back may show the last quiet hour once more.
        const isOut = !isQuietAt(localTimeAt(allowed, zone(name)), { from, to })
        expect(isOut || localTimeAt(instant(allowed - 3_600_000), zone(name)) >= from).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})
