import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { addDays, localDayAt, localTimeAt } from '#domain/calendar/local-day.ts'
import { localTimeToInstant, startOfDay } from '#domain/calendar/local-time-to-instant.ts'
import type { LocalTime } from '#kernel/instant.ts'
import { HOUR_MS, instant, isZone, localDay, zone } from '#kernel/instant.ts'

const wall = (day: string, time: string, at: string) =>
  localTimeToInstant(localDay(day), time as LocalTime, zone(at))
const utc = (text: string) => Date.parse(text)

describe('local time to instant', () => {
  it.each([
    ['an ordinary summer morning', '2026-07-01', '09:00', 'Europe/Oslo', '2026-07-01T07:00:00Z'],
    ['a gap moves on by its length', '2026-03-08', '02:30', 'America/New_York', '2026-03-08T07:30:00Z'],
    ['a fold takes the earlier', '2026-11-01', '01:30', 'America/New_York', '2026-11-01T05:30:00Z'],
    ['a gap at midnight in Santiago', '2026-09-06', '00:00', 'America/Santiago', '2026-09-06T04:00:00Z'],
    ['a gap at midnight in Beirut', '2026-03-29', '00:00', 'Asia/Beirut', '2026-03-28T22:00:00Z'],
    ['a gap of thirty minutes', '2026-10-04', '02:15', 'Australia/Lord_Howe', '2026-10-03T15:45:00Z'],
    ['a day skipped whole', '2011-12-30', '09:00', 'Pacific/Apia', '2011-12-30T19:00:00Z'],
  ])('%s', (_, day, time, at, expected) => {
    expect(wall(day, time, at)).toBe(utc(expected))
  })

  it('reads back as the wish, or later where the wish lies in a gap, around every change of 2026', () => {
    const wrong: string[] = []
    let moved = 0
    for (const name of Intl.supportedValuesOf('timeZone').filter((_, index) => index % 10 === 3)) {
      if (!isZone(name)) continue
      for (const change of changesIn(2026, name)) {
        const day = localDayAt(instant(change), name)
        for (const time of ['00:00', '01:30', '02:30', '03:00', '23:59'] as LocalTime[]) {
          const at = localTimeToInstant(day, time, name)
          const shown = localTimeAt(at, name)
          if (shown !== time) moved++
          // Where the wish is not shown, the hour before it must already have been in the gap.
          if (shown < time) wrong.push(`${name} ${day} ${time} shows ${shown}`)
        }
      }
    }
    expect(wrong).toEqual([])
    expect(moved).toBeGreaterThan(0)
  })
})

describe('start of day', () => {
  it('is midnight where there is one', () => {
    expect(startOfDay(localDay('2026-11-20'), zone('Europe/Oslo'))).toBe(utc('2026-11-19T23:00:00Z'))
  })

  it('is the end of the gap where midnight is skipped', () => {
    expect(startOfDay(localDay('2026-09-06'), zone('America/Santiago'))).toBe(utc('2026-09-06T04:00:00Z'))
    // Toronto went from 23:30 to 00:30 on 1919-03-30.
    expect(startOfDay(localDay('1919-03-31'), zone('America/Toronto'))).toBe(utc('1919-03-31T04:30:00Z'))
  })

  it('gives a skipped day no length', () => {
    const apia = zone('Pacific/Apia')
    expect(startOfDay(localDay('2011-12-30'), apia)).toBe(startOfDay(localDay('2011-12-31'), apia))
  })

  it('makes days of 23 and 25 hours where the clocks change', () => {
    const oslo = zone('Europe/Oslo')
    const hours = (day: string) =>
      (startOfDay(addDays(localDay(day), 1), oslo) - startOfDay(localDay(day), oslo)) / HOUR_MS
    expect([hours('2026-03-28'), hours('2026-03-29'), hours('2026-10-25')]).toEqual([24, 23, 25])
  })
})

function changesIn(year: number, name: string): number[] {
  const found: number[] = []
  let at = Temporal.ZonedDateTime.from(`${year}-01-01T00:00[${name}]`)
  for (let next = at.getTimeZoneTransition('next'); next && next.year === year; ) {
    found.push(next.epochMilliseconds)
    at = next
    next = at.getTimeZoneTransition('next')
  }
  return found
}
