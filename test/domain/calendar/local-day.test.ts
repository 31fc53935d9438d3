import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  daysBetween,
  localDayAt,
  localTimeAt,
  mondayOf,
  weekdayOf,
} from '#domain/calendar/local-day.ts'
import type { LocalDay } from '#kernel/instant.ts'
import { instant, localDay, zone } from '#kernel/instant.ts'

const anyDay = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2100-12-31T00:00:00Z'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10) as LocalDay)

describe('the local day', () => {
  it('is what Temporal says, in every zone', () => {
    const zones = Intl.supportedValuesOf('timeZone')
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: Date.UTC(1975, 0, 1), max: Date.UTC(2040, 0, 1) }),
        (name, at) => {
          const expected = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(name)
          expect(localDayAt(instant(at), zone(name))).toBe(expected.toPlainDate().toString())
          expect(localTimeAt(instant(at), zone(name))).toBe(expected.toPlainTime().toString().slice(0, 5))
        },
      ),
      { seed: 7, numRuns: 400 },
    )
  })

  it('shows midnight as 00:00', () => {
    expect(localTimeAt(instant(Date.UTC(2026, 10, 20)), zone('UTC'))).toBe('00:00')
  })

  it('has years of four digits', () => {
    expect(localDayAt(instant(Date.UTC(2026, 0, 1) - 1_100 * 365.25 * 86_400_000), zone('UTC'))).toMatch(
      /^0925-/,
    )
    expect(() => localDayAt(instant(Date.UTC(12_000, 0, 1)), zone('UTC'))).toThrow(RangeError)
  })
})

describe('days', () => {
  it('are added across months, leap days and years', () => {
    expect(addDays(localDay('2028-02-28'), 1)).toBe('2028-02-29')
    expect(addDays(localDay('2026-12-31'), 1)).toBe('2027-01-01')
    expect(addDays(localDay('2026-03-01'), -1)).toBe('2026-02-28')
    expect(() => addDays(localDay('9999-12-31'), 1)).toThrow(RangeError)
  })

  it('added and counted are inverse', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5_000, max: 5_000 }), (day, days) => {
        expect(daysBetween(day, addDays(day, days))).toBe(days)
      }),
    )
  })

  it('have weekdays that go round from Monday, 1, to Sunday, 7', () => {
    expect(weekdayOf(localDay('2026-11-16'))).toBe(1)
    expect(weekdayOf(localDay('2026-11-22'))).toBe(7)
    expect(weekdayOf(localDay('1931-04-05'))).toBe(7)
    fc.assert(
      fc.property(anyDay, day => {
        expect(weekdayOf(addDays(day, 1))).toBe((weekdayOf(day) % 7) + 1)
        expect(weekdayOf(mondayOf(day))).toBe(1)
        expect(daysBetween(mondayOf(day), day)).toBe(weekdayOf(day) - 1)
      }),
    )
  })
})
