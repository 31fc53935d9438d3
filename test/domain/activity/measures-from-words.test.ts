import { describe, expect, it } from 'vitest'
import { distanceFromWords, durationFromWords } from '#domain/activity/measures-from-words.ts'

describe('what stands in a form’s field', () => {
  it.each([
    ['45:10', 2_710_000],
    [' 1:12:30 ', 4_350_000],
    ['40 min', 2_400_000],
    ['40m', 2_400_000],
    ['1h05', 3_900_000],
  ])('reads the time “%s”', (text, ms) => expect(durationFromWords(text)).toBe(ms))

  it.each(['', '45', '45:75', '8km', 'soon', '45:10 easy', '45:10 "x"'])(
    'does not guess at the time “%s”',
    text => expect(durationFromWords(text)).toBeUndefined(),
  )

  it.each([
    ['8.2', 'km', 820_000],
    ['8,2', 'km', 820_000],
    ['10', 'mi', 1_609_344],
    ['10 km', 'mi', 1_000_000],
    ['0', 'km', 0],
    ['400m', 'km', 40_000],
    ['half marathon', 'km', 2_109_750],
  ] as const)('reads the distance “%s” in %s', (text, units, cm) =>
    expect(distanceFromWords(text, units)).toBe(cm),
  )

  it.each(['', '-3', '8.2.1', '45:10', 'far', '8km 9km'])('does not guess at the distance “%s”', text =>
    expect(distanceFromWords(text, 'km')).toBeUndefined(),
  )
})
