import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysOf, instantsOf, lengthInDays, monthOf, weekOf } from '#domain/calendar/day-range.ts'
import { addDays } from '#domain/calendar/local-day.ts'
import { rangeInWords } from '#domain/calendar/range-in-words.ts'
import { MAX_RANGE_DAYS, parseRangeWords, RANGE_WORDS } from '#domain/calendar/range-words.ts'
import { HOUR_MS, localDay, zone } from '#kernel/instant.ts'

const range = (from: string, to = from) => ({ from: localDay(from), to: localDay(to) })
const friday = localDay('2026-11-20')

describe('a day range', () => {
  it('is half-open as instants', () => {
    expect(instantsOf(range('2026-11-16', '2026-11-22'), zone('Europe/Oslo'))).toEqual({
      from: Date.parse('2026-11-15T23:00:00Z'),
      until: Date.parse('2026-11-22T23:00:00Z'),
    })
  })

  it('has weeks of 167 and 169 hours where the clocks change', () => {
    const hours = (day: string) => {
      const { from, until } = instantsOf(weekOf(localDay(day)), zone('America/New_York'))
      return (until - from) / HOUR_MS
    }
    expect([hours('2026-03-08'), hours('2026-03-09'), hours('2026-11-01')]).toEqual([167, 168, 169])
  })

  it('is empty as instants where a zone skipped its only day', () => {
    const { from, until } = instantsOf(range('2011-12-30'), zone('Pacific/Apia'))
    expect(until).toBe(from)
  })

  it('lists its days', () => {
    expect(daysOf(range('2026-02-27', '2026-03-01'))).toEqual(['2026-02-27', '2026-02-28', '2026-03-01'])
    expect(monthOf(localDay('2028-02-10'))).toEqual(range('2028-02-01', '2028-02-29'))
    expect(monthOf(localDay('2026-12-31'))).toEqual(range('2026-12-01', '2026-12-31'))
  })
})

describe('range words', () => {
  it.each([
    ['today', range('2026-11-20')],
    ['Yesterday', range('2026-11-19')],
    ['this week', range('2026-11-16', '2026-11-22')],
    [' last  week ', range('2026-11-09', '2026-11-15')],
    ['last-week', range('2026-11-09', '2026-11-15')],
    ['this month', range('2026-11-01', '2026-11-30')],
    ['last month', range('2026-10-01', '2026-10-31')],
    ['7d', range('2026-11-14', '2026-11-20')],
    ['90D', range('2026-08-23', '2026-11-20')],
    ['2026-04-01', range('2026-04-01')],
    ['2026-04-01..2026-04-30', range('2026-04-01', '2026-04-30')],
    ['2026-04-01 to 2026-04-30', range('2026-04-01', '2026-04-30')],
    ['2026-04-01 – 2026-04-30', range('2026-04-01', '2026-04-30')],
  ])('read "%s"', (text, expected) => {
    expect(parseRangeWords(text, friday)).toEqual({ ok: true, value: expected })
  })

  it('start the week on Monday also on Mondays and Sundays', () => {
    const thisWeek = (day: string) => parseRangeWords('this week', localDay(day))
    expect(thisWeek('2026-11-16')).toEqual(thisWeek('2026-11-22'))
    expect(thisWeek('2026-11-23')).toEqual({ ok: true, value: range('2026-11-23', '2026-11-29') })
  })

  it('give as many days as they say, whatever today is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000 }), fc.constantFrom(7, 14, 30, 60, 90), (offset, days) => {
        const today = addDays(friday, offset)
        const read = parseRangeWords(`${days}d`, today)
        expect(read.ok && [lengthInDays(read.value), read.value.to]).toEqual([days, today])
      }),
    )
  })

  it('are all understood', () => {
    expect(RANGE_WORDS.filter(word => !parseRangeWords(word, friday).ok)).toEqual([])
  })

  it.each([
    ['soon', { code: 'unknown-range', text: 'soon' }],
    ['8d', { code: 'unknown-range', text: '8d' }],
    ['constructor', { code: 'unknown-range', text: 'constructor' }],
    ['2026-02-30', { code: 'unknown-range', text: '2026-02-30' }],
    ['2026-04-01..2026-04-31', { code: 'unknown-range', text: '2026-04-01..2026-04-31' }],
    ['2026-04-30..2026-04-01', { code: 'range-backwards', from: '2026-04-30', to: '2026-04-01' }],
    ['2024-01-01..2026-01-01', { code: 'range-too-long', days: 732, maxDays: MAX_RANGE_DAYS }],
  ])('refuse "%s"', (text, refusal) => {
    expect(parseRangeWords(text, friday)).toEqual({ ok: false, refusal })
  })

  it('allow a leap year', () => {
    expect(parseRangeWords('2028-01-01..2028-12-31', friday).ok).toBe(true)
  })
})

describe('a range in words', () => {
  it.each([
    [range('2026-11-14', '2026-11-20'), '14–20 Nov 2026'],
    [range('2026-11-30', '2026-12-06'), '30 Nov – 6 Dec 2026'],
    [range('2026-12-28', '2027-01-03'), '28 Dec 2026 – 3 Jan 2027'],
    [range('2026-11-09'), '9 Nov 2026'],
  ])('%j is "%s"', (days, words) => {
    expect(rangeInWords(days)).toBe(words)
  })
})
