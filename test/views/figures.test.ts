import { describe, expect, it } from 'vitest'
import { localDay } from '#kernel/instant.ts'
import {
  climbText,
  dayText,
  distanceField,
  distanceText,
  durationText,
  paceText,
  speedText,
  swimPaceText,
  totalDistanceText,
} from '#views/figures.ts'

describe('figures in words', () => {
  it.each([
    [820_000, '8.2 km'],
    [1_000_000, '10 km'],
    [4_219_500, '42.2 km'],
    [903_127, '9.03 km'],
    [100_000, '1 km'],
    [99_999, '1 km'],
    [40_000, '400 m'],
    [0, '0 m'],
  ])('says %i cm as %s', (cm, text) => expect(distanceText(cm)).toBe(text))

  it('says miles in hundredths and fields without their unit', () => {
    expect(distanceText(1_609_344, 'mi')).toBe('10 mi')
    expect(distanceText(80_467, 'mi')).toBe('0.5 mi')
    expect(distanceField(903_127)).toBe('9.03')
    expect(distanceField(1_609_344, 'mi')).toBe('10')
  })

  it('gives totals one decimal always', () => {
    expect(totalDistanceText(5_000_000)).toBe('50.0 km')
    expect(totalDistanceText(0)).toBe('0.0 km')
  })

  it.each([
    [2_710_000, '45:10'],
    [4_350_000, '1:12:30'],
    [12_000, '0:12'],
    [3_599_600, '1:00:00'],
    [108_305_000, '30:05:05'],
  ])('says %i ms as %s', (ms, text) => expect(durationText(ms)).toBe(text))

  it('says a pace by kilometre or mile, and none without a distance', () => {
    expect(paceText(820_000, 2_710_000)).toBe('5:30 /km')
    expect(paceText(1_609_344, 4_800_000, 'mi')).toBe('8:00 /mi')
    expect(paceText(100_000, 299_600)).toBe('5:00 /km')
    expect(paceText(null, 2_710_000)).toBeNull()
    expect(paceText(0, 2_710_000)).toBeNull()
  })

  it('says what riders and swimmers go by', () => {
    expect(speedText(2_892_827, 3_211_000)).toBe('32.4 km/h')
    expect(swimPaceText(150_000, 1_800_000)).toBe('2:00 /100 m')
    expect([speedText(null, 1), swimPaceText(null, 1)]).toEqual([null, null])
  })

  it('says a day by its weekday, and its year only when it is another one', () => {
    expect(dayText(localDay('2026-11-20'))).toBe('Fri 20 Nov')
    expect(dayText(localDay('2026-03-01'), localDay('2026-11-20'))).toBe('Sun 1 Mar')
    expect(dayText(localDay('2015-08-29'), localDay('2026-11-20'))).toBe('Sat 29 Aug 2015')
  })

  it('says a climb in whole metres', () => expect(climbText(45_550)).toBe('456 m'))
})
