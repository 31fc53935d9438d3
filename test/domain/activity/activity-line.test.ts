import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseActivityLine } from '#domain/activity/activity-line.ts'
import type { LineUnits } from '#domain/activity/line-quantities.ts'
import { SUB_TYPES } from '#domain/activity/sub-type.ts'
import { HOUR_MS, instant, MINUTE_MS, SECOND_MS, zone } from '#kernel/instant.ts'

const oslo = zone('Europe/Oslo')
/** Friday, 10:00 in Oslo. */
const now = instant(Date.parse('2026-11-20T09:00:00Z'))
const parse = (text: string, units?: LineUnits) =>
  parseActivityLine(text, units ? { now, zone: oslo, units } : { now, zone: oslo })

function read(text: string, units?: LineUnits) {
  const line = parse(text, units)
  if (!line.ok) throw new Error(`refused: ${JSON.stringify(line.refusal)}`)
  const { measured, ...rest } = line.value
  return { ...measured, ...rest, km: measured.distanceCm === null ? null : measured.distanceCm / 100_000 }
}
const time = (text: string) => read(text).durationMs
const start = (text: string) => new Date(read(text).startedAt).toISOString()

describe('a typed line', () => {
  it('gives distance, time and sub-type', () => {
    expect(parse('8.2km 45:10 easy')).toEqual({
      ok: true,
      value: {
        measured: {
          subType: 'easy-run',
          startedAt: Date.parse('2026-11-20T08:14:00Z'),
          distanceCm: 820_000,
          durationMs: 2_710_000,
          elapsedMs: 2_710_000,
          climbCm: null,
          averageHeartRate: null,
          maxHeartRate: null,
          device: null,
        },
        localOn: '2026-11-20',
        zone: 'Europe/Oslo',
        note: '',
        perceivedEffort: null,
        startIsAssumed: true,
      },
    })
  })

  it.each([
    ['8.2 km 45:10 easy yesterday', 8.2, '45:10', 'easy-run'],
    ['10 mi 1:12:30 long', 16.09344, '1:12:30', 'long-run'],
    ['5x1000 track 28:30', 5, '28:30', 'interval'],
    ['6 × 0.8km 21:00 track', 4.8, '21:00', 'interval'],
    ['5k 20:15 race', 5, '20:15', 'race'],
    ['8,2km 45:10', 8.2, '45:10', 'easy-run'],
    ['10000m 40:00', 10, '40:00', 'easy-run'],
    ['10,000 m 40:00', 10, '40:00', 'easy-run'],
    ['1500m 0:05:10', 1.5, '5:10', 'easy-run'],
    ['45min easy', null, '45:00', 'easy-run'],
    ['1h05 easy', null, '1:05:00', 'easy-run'],
    ['1h 5min', null, '1:05:00', 'easy-run'],
    ['1.5h ride 42km', 42, '1:30:00', 'ride'],
    ['1 hour 5 minutes 10 seconds', null, '1:05:10', 'easy-run'],
    ["strength 40'", null, '40:00', 'strength'],
    ['strength 40min', null, '40:00', 'strength'],
    ['strength 40m', null, '40:00', 'strength'],
    ['8km 40m', 8, '40:00', 'easy-run'],
    ['100m 0:12 race', 0.1, '0:12', 'race'],
    ["8km 45'10", 8, '45:10', 'easy-run'],
    ['walked 5km 1h', 5, '1:00:00', 'walk'],
    ['45m 10s', null, '45:10', 'easy-run'],
    ['100m 12s', 0.1, '0:12', 'easy-run'],
    ['1h 10 km', 10, '1:00:00', 'easy-run'],
    ['half marathon 1:45:00 race', 21.0975, '1:45:00', 'race'],
    ['Marathon 3:30:00', 42.195, '3:30:00', 'easy-run'],
    ['Trail run, 12 KM, 1:20:00', 12, '1:20:00', 'trail-run'],
    ['ran 8.2km in 45:10', 8.2, '45:10', 'easy-run'],
    ['run 8km 40:00 tempo', 8, '40:00', 'tempo'],
    ['tempo-run 8km 40:00', 8, '40:00', 'tempo'],
    ['８．２ｋｍ　４５：１０', 8.2, '45:10', 'easy-run'],
    ['8km @5:30', 8, '44:00', 'easy-run'],
    ['8km 5:30/km', 8, '44:00', 'easy-run'],
    ['8km at 5:30 /km', 8, '44:00', 'easy-run'],
    ['5mi @8:00/mi', 8.04672, '40:00', 'easy-run'],
    ['55min @5:30', 10, '55:00', 'easy-run'],
    ['8km 44:00 @5:30', 8, '44:00', 'easy-run'],
  ])('"%s" is %s km in %s, %s', (text, km, clock, subType) => {
    const line = read(text)
    const seconds = clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0)
    expect([line.km, line.durationMs, line.subType]).toEqual([km, seconds * SECOND_MS, subType])
  })

  it('keeps tenths of a second', () => {
    expect(time('5k 20:15.4 race')).toBe(1_215_400)
  })

  it('takes bare numbers in the units of the athlete', () => {
    expect(read('8.2 45:10').km).toBe(8.2)
    expect(read('5 45:10', 'mi').km).toBe(8.04672)
    expect(read('5mi @8:00', 'mi').durationMs).toBe(40 * MINUTE_MS)
  })

  it('takes heart rate and climb', () => {
    expect(read('8km 45:10 hr 150').averageHeartRate).toBe(150)
    expect(read('8km 45:10 avg hr: 150 bpm').averageHeartRate).toBe(150)
    expect(read('150bpm 8km 45:10').averageHeartRate).toBe(150)
    expect(read('8km 45:10 +120m').climbCm).toBe(12_000)
    expect(read('8km 45:10 climb 400 ft').climbCm).toBe(12_192)
    expect(read('8km 45:10 120 m elevation').climbCm).toBe(12_000)
  })

  it('takes the rest as a note after quotes, dashes or "note"', () => {
    const notes = [
      '8km 45:10 "windy  by the sea"',
      '8km “windy by the sea” 45:10',
      '8km 45:10 -- windy by the sea',
      '8km 45:10 — windy by the sea',
      '8km 45:10 - windy by the sea',
      '8km 45:10 note: windy by the sea',
      '8km 45:10 note windy by the sea',
      '8km 45:10 "windy by the sea',
    ].map(text => read(text).note)
    expect(new Set(notes)).toEqual(new Set(['windy by the sea']))
    expect(read('8km 45:10 -- felt "great" -- really').note).toBe('felt "great" -- really')
    expect(read('8km 45:10').note).toBe('')
  })
})

describe('the start of a typed line', () => {
  it('is so that it ends now when nothing else is said, or today', () => {
    expect(start('8km 45:10')).toBe('2026-11-20T08:14:00.000Z')
    expect(start('8km 45:10 today')).toBe('2026-11-20T08:14:00.000Z')
    expect(start('8km 45:10 this morning')).toBe('2026-11-20T08:14:00.000Z')
  })

  it.each([
    ['yesterday', '2026-11-19T11:00:00.000Z'],
    ['day before yesterday', '2026-11-18T11:00:00.000Z'],
    ['yesterday evening', '2026-11-19T11:00:00.000Z'],
    ['Mon morning', '2026-11-16T11:00:00.000Z'],
    ['monday', '2026-11-16T11:00:00.000Z'],
    ['on Mon', '2026-11-16T11:00:00.000Z'],
    ['saturday', '2026-11-14T11:00:00.000Z'],
    ['last friday', '2026-11-13T11:00:00.000Z'],
    ['2026-11-15', '2026-11-15T11:00:00.000Z'],
    ['on 2026-7-1', '2026-07-01T10:00:00.000Z'],
    ['15 Nov', '2026-11-15T11:00:00.000Z'],
    ['Nov 15th', '2026-11-15T11:00:00.000Z'],
    ['28 december', '2025-12-28T11:00:00.000Z'],
    ['1 may 2025', '2025-05-01T10:00:00.000Z'],
  ])('is noon of the day: %s', (words, expected) => {
    expect(start(`8km 45:10 ${words}`)).toBe(expected)
    expect(read(`8km 45:10 ${words}`).startIsAssumed).toBe(true)
  })

  it('counts today among weekdays', () => {
    expect(read('8km 45:10 friday').localOn).toBe('2026-11-20')
  })

  it.each([
    ['at 6:30', '2026-11-20T05:30:00.000Z'],
    ['06:30am', '2026-11-20T05:30:00.000Z'],
    ['at 6.30 pm yesterday', '2026-11-19T17:30:00.000Z'],
    ['at 12am', '2026-11-19T23:00:00.000Z'],
    ['12 p.m yesterday', '2026-11-19T11:00:00.000Z'],
    ['at noon yesterday', '2026-11-19T11:00:00.000Z'],
    ['at 18', '2026-11-19T17:00:00.000Z'],
  ])('is the time of day given: %s', (words, expected) => {
    expect(start(`8km 45:10 ${words}`)).toBe(expected)
    expect(read(`8km 45:10 ${words}`).startIsAssumed).toBe(false)
  })

  it('belongs to the day before when the run began before midnight', () => {
    const pastMidnight = instant(Date.parse('2026-11-19T23:10:00Z'))
    const line = parseActivityLine('8km 45:10', { now: pastMidnight, zone: oslo })
    expect(line.ok && line.value.localOn).toBe('2026-11-19')
  })

  it('uses the day of the zone, not of UTC', () => {
    const kiritimati = zone('Pacific/Kiritimati')
    const line = parseActivityLine('8km 45:10 yesterday', { now, zone: kiritimati })
    expect(line.ok && line.value.localOn).toBe('2026-11-19')
    const evening = parseActivityLine('8km 45:10', { now: instant(now + 2 * HOUR_MS), zone: kiritimati })
    expect(evening.ok && evening.value.localOn).toBe('2026-11-21')
  })
})

describe('a typed line is refused', () => {
  it.each([
    ['', { code: 'line-empty' }],
    ['  ,, ', { code: 'line-empty' }],
    ['"only a note"', { code: 'line-empty' }],
    ['12km long', { code: 'time-missing', distanceCm: 1_200_000 }],
    ['easy', { code: 'time-missing', distanceCm: null }],
    ['run', { code: 'time-missing', distanceCm: null }],
    ['@5:30 easy', { code: 'distance-missing' }],
    ['8km 9 km 45:10', { code: 'distance-twice', first: '8km', second: '9 km' }],
    ['8km 45:10 46:10', { code: 'time-twice', first: '45:10', second: '46:10' }],
    ['8km @5:30 @6:00', { code: 'pace-twice', first: '@5:30', second: '@6:00' }],
    ['8km 45:10 Easy tempo', { code: 'sub-type-twice', first: 'Easy', second: 'tempo' }],
    ['8km 45:10 today yesterday', { code: 'day-twice', first: 'today', second: 'yesterday' }],
    ['8km 45', { code: 'unit-missing', number: '45' }],
    ['45 8km', { code: 'unit-missing', number: '45' }],
    ['8.2 45', { code: 'unit-missing', number: '45' }],
    ['8km 45.10', { code: 'unit-missing', number: '45.10' }],
    ['8km 45:75', { code: 'time-unreadable', text: '45:75' }],
    ['8km 1:2:3:4', { code: 'time-unreadable', text: '1:2:3:4' }],
    ['8km 45:10 at 25:00', { code: 'clock-unreadable', text: 'at 25:00' }],
    ['8km 45:10 13pm', { code: 'clock-unreadable', text: '13pm' }],
    ['8km 45:10 2026-02-30', { code: 'day-unreadable', text: '2026-02-30' }],
    ['8km 45:10 31 feb', { code: 'day-unreadable', text: '31 feb' }],
    ['8km 45:10 2026-11-21', { code: 'day-in-future', on: '2026-11-21' }],
    ['8km 45:10 esay', { code: 'unknown-word', word: 'esay', suggestion: 'easy' }],
    ['8km 45:10 Intervalls', { code: 'unknown-word', word: 'Intervalls', suggestion: 'intervals' }],
    ['8km 45:10 yestreday', { code: 'unknown-word', word: 'yestreday', suggestion: 'yesterday' }],
    ['8km 45:10 <!channel>', { code: 'unknown-word', word: '<!channel>' }],
    ['8km 45:10 constructor', { code: 'unknown-word', word: 'constructor' }],
    ['8.2lm 45:10', { code: 'unknown-word', word: '8.2lm' }],
  ])('"%s"', (text, refusal) => {
    expect(parse(text)).toEqual({ ok: false, refusal })
  })

  it('when pace, distance and time disagree', () => {
    expect(parse('10km 50:00 @5:30')).toEqual({
      ok: false,
      refusal: { code: 'pace-contradicts', givenSecondsPerKm: 330, impliedSecondsPerKm: 300 },
    })
    expect(parse('8.2km 45:10 @5:30').ok).toBe(true)
  })

  it('when it is a book', () => {
    const refusal = { code: 'line-too-long', length: 5_000, maxLength: 1_000 }
    expect(parse('x'.repeat(5_000))).toEqual({ ok: false, refusal })
  })
})

describe('parsing lines', () => {
  it('gives back any distance, time and sub-type, in any order', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9_999 }),
        fc.integer({ min: 60, max: 86_399 }),
        fc.constantFrom(...SUB_TYPES),
        fc.nat(5),
        (hundredths, seconds, subType, order) => {
          const [h, m, s] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60]
          const two = (n: number) => String(n).padStart(2, '0')
          const words = [`${hundredths / 100}km`, h ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`, subType]
          const [first = ''] = words.splice(order % 3, 1)
          const line = read([first, ...(order > 2 ? words.reverse() : words)].join(' '))
          expect([line.distanceCm, line.durationMs, line.subType]).toEqual([
            hundredths * 1_000,
            seconds * SECOND_MS,
            subType,
          ])
        },
      ),
    )
  })

  it('never throws, whatever is typed, and is quick', () => {
    const word = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom(
        '8',
        'km',
        '5:30',
        '@',
        'h',
        'min',
        '"',
        '--',
        'on',
        'at',
        'İ',
        'hr',
        '1',
        '99999999',
        'm',
      ),
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 14 }), words => {
        const line = parse(words.join(' '))
        if (line.ok) expect(Number.isSafeInteger(line.value.measured.startedAt)).toBe(true)
      }),
      { seed: 5, numRuns: 3_000 },
    )
    const started = performance.now()
    for (const hard of [
      '1 '.repeat(499),
      'a '.repeat(499),
      ' '.repeat(999),
      '1:'.repeat(499),
      '"'.repeat(999),
    ])
      parse(hard)
    expect(performance.now() - started).toBeLessThan(500)
  })
})
