import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { instantsOf } from '#domain/calendar/day-range.ts'
import { addDays, localDayAt, localTimeAt, mondayOf, weekdayOf } from '#domain/calendar/local-day.ts'
import type { WeeklyTime } from '#domain/calendar/weekly-occurrence.ts'
import { nextOccurrence, occurrencesDue, weekBefore } from '#domain/calendar/weekly-occurrence.ts'
import type { LocalTime } from '#kernel/instant.ts'
import { DAY_MS, instant, localDay, zone } from '#kernel/instant.ts'

const at = (text: string) => instant(Date.parse(text))
const weekly = (weekday: number, time: string, name: string): WeeklyTime => ({
  weekday,
  time: time as LocalTime,
  zone: zone(name),
})
const mondayNine = weekly(1, '09:00', 'Europe/Oslo')

describe('a weekly time', () => {
  it('is due after one instant, exclusive, up to another, inclusive', () => {
    const due = at('2026-11-23T08:00:00Z')
    const occurrence = { localOn: '2026-11-23', dueAt: due }
    expect(occurrencesDue(mondayNine, instant(due - 1), due)).toEqual([occurrence])
    expect(occurrencesDue(mondayNine, instant(due - 2), instant(due - 1))).toEqual([])
    expect(occurrencesDue(mondayNine, due, instant(due + DAY_MS))).toEqual([])
    expect(nextOccurrence(mondayNine, instant(due - 1))).toEqual(occurrence)
    expect(nextOccurrence(mondayNine, due).localOn).toBe('2026-11-30')
  })

  it('lists every week of a long absence, at the same wall time across a change of clocks', () => {
    const due = occurrencesDue(mondayNine, at('2026-10-12T12:00:00Z'), at('2026-11-09T08:00:00Z'))
    expect(due.map(({ dueAt }) => new Date(dueAt).toISOString())).toEqual([
      '2026-10-19T07:00:00.000Z',
      '2026-10-26T08:00:00.000Z',
      '2026-11-02T08:00:00.000Z',
      '2026-11-09T08:00:00.000Z',
    ])
  })

  it.each([
    ['a gap', weekly(7, '02:30', 'America/New_York'), '2026-03-08', '2026-03-08T07:30:00.000Z'],
    ['a fold', weekly(7, '01:30', 'America/New_York'), '2026-11-01', '2026-11-01T05:30:00.000Z'],
    ['a gap at midnight', weekly(7, '00:00', 'America/Santiago'), '2026-09-06', '2026-09-06T04:00:00.000Z'],
    [
      'a gap at midnight, Beirut',
      weekly(7, '00:00', 'Asia/Beirut'),
      '2026-03-29',
      '2026-03-28T22:00:00.000Z',
    ],
    ['half an hour', weekly(7, '02:15', 'Australia/Lord_Howe'), '2026-10-04', '2026-10-03T15:45:00.000Z'],
    ['a day skipped', weekly(5, '09:00', 'Pacific/Apia'), '2011-12-30', '2011-12-30T19:00:00.000Z'],
  ])('comes once in %s', (_, time, localOn, dueAt) => {
    const around = (days: number) => instant(Date.parse(`${localOn}T00:00:00Z`) + days * DAY_MS)
    const due = occurrencesDue(time, around(-3), around(3))
    expect(due.map(({ dueAt: ms, ...rest }) => ({ ...rest, dueAt: new Date(ms).toISOString() }))).toEqual([
      { localOn, dueAt },
    ])
  })

  it('refuses a weekday that is none', () => {
    expect(() => nextOccurrence(weekly(0, '09:00', 'UTC'), at('2026-11-20T00:00:00Z'))).toThrow(RangeError)
  })

  it('comes once in every local week, rising, at the wished wall time except in gaps, in many zones', () => {
    const wrong: string[] = []
    let inGaps = 0
    for (const [name, from] of changesOfManyZones()) {
      for (const time of ['00:00', '01:30', '02:30', '03:00', '23:59']) {
        for (let weekday = 1; weekday <= 7; weekday++) {
          const wish = weekly(weekday, time, name)
          const monday = mondayOf(localDayAt(instant(from), wish.zone))
          const weeks = { from: addDays(monday, -7), to: addDays(monday, 13) }
          const { from: begin, until } = instantsOf(weeks, wish.zone)
          const due = occurrencesDue(wish, instant(begin - 1), instant(until - 1))
          if (due.length !== 3) wrong.push(`${name} ${from} ${weekday} ${time}: ${due.length} occurrences`)
          for (const [index, { localOn, dueAt }] of due.entries()) {
            const before = due[index - 1]
            if (before && (before.dueAt >= dueAt || addDays(before.localOn, 7) !== localOn)) {
              wrong.push(`${name} ${localOn} ${time}: does not rise`)
            }
            if (weekdayOf(localOn) !== weekday) wrong.push(`${name} ${localOn}: not weekday ${weekday}`)
            if (localDayAt(dueAt, wish.zone) === localOn && localTimeAt(dueAt, wish.zone) === time) continue
            if (isInGap(`${localOn}T${time}`, name)) inGaps++
            else wrong.push(`${name} ${localOn} ${time}: shows ${localTimeAt(dueAt, wish.zone)}`)
          }
        }
      }
    }
    expect(wrong).toEqual([])
    expect(inGaps).toBeGreaterThan(0)
  })

  it('gives the same occurrences whether it is asked once or often', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 20 * DAY_MS }), { minLength: 1, maxLength: 8 }),
        steps => {
          const start = at('2026-03-01T00:00:00Z')
          let now = start
          const seen = steps.flatMap(step => {
            const after = now
            now = instant(now + step)
            return occurrencesDue(mondayNine, after, now)
          })
          expect(seen).toEqual(occurrencesDue(mondayNine, start, now))
        },
      ),
    )
  })
})

describe('the week a post is about', () => {
  it.each([
    ['a Monday', '2026-11-23', '2026-11-16', '2026-11-22'],
    ['a Wednesday', '2026-11-25', '2026-11-16', '2026-11-22'],
    ['a Sunday', '2026-11-22', '2026-11-09', '2026-11-15'],
    ['the first Monday of a year', '2027-01-04', '2026-12-28', '2027-01-03'],
  ])('on %s is the latest that had ended', (_, on, from, to) => {
    expect(weekBefore(localDay(on))).toEqual({ from, to })
  })
})

/** Changes of clocks in 2020–2035 in every fourteenth zone; of each zone four, the rest repeat their rule. */
function changesOfManyZones(): [zone: string, at: number][] {
  return Intl.supportedValuesOf('timeZone')
    .filter((_, index) => index % 14 === 5)
    .flatMap(name => {
      const changes: [string, number][] = []
      let next = Temporal.ZonedDateTime.from(`2020-01-01T00:00[${name}]`).getTimeZoneTransition('next')
      while (next && next.year <= 2035 && changes.length < 4) {
        changes.push([name, next.epochMilliseconds])
        next = next.getTimeZoneTransition('next')
      }
      return changes
    })
}

function isInGap(wall: string, name: string): boolean {
  const wish = Temporal.PlainDateTime.from(wall)
  return !wish.toZonedDateTime(name, { disambiguation: 'earlier' }).toPlainDateTime().equals(wish)
}
