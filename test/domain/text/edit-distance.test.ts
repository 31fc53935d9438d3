import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { didYouMean, editDistance } from '#domain/text/edit-distance.ts'

describe('edit distance', () => {
  it.each([
    ['', 'abc', 3],
    ['invite', 'invite', 0],
    ['invite', 'invtie', 1],
    ['kitten', 'sitting', 3],
    ['leaderboard', 'leadrboard', 1],
    ['👩a', 'a', 1],
  ])('between "%s" and "%s" is %i', (one, other, distance) => {
    expect(editDistance(one, other)).toBe(distance)
  })

  it('is symmetric, zero only for the same word, and no more than the longer word', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 })
    fc.assert(
      fc.property(word, word, (one, other) => {
        const distance = editDistance(one, other)
        expect(editDistance(other, one)).toBe(distance)
        expect(distance === 0).toBe(one === other)
        expect(distance).toBeLessThanOrEqual(Math.max(one.length, other.length))
        expect(distance).toBeGreaterThanOrEqual(Math.abs(one.length - other.length))
      }),
    )
  })
})

describe('did you mean', () => {
  const commands = ['group', 'invite', 'leaderboard', 'schedule', 'log', 'runs']
  it.each([
    ['grup', 'group'],
    ['INVTIE', 'invite'],
    ['leaderbord', 'leaderboard'],
    ['shedule', 'schedule'],
    ['lgo', 'log'],
  ])('"%s" suggests %s', (word, suggestion) => {
    expect(didYouMean(word, commands)).toBe(suggestion)
  })

  it.each(['banana', 'zz', 'a', '', 'x'.repeat(100_000)])('is silent when nothing is near', word => {
    expect(didYouMean(word, commands)).toBeUndefined()
  })

  it('prefers the nearest, then the first', () => {
    expect(didYouMean('walks', ['walls', 'walk'])).toBe('walls')
    expect(didYouMean('tempoo', ['templo', 'tempo'])).toBe('templo')
    expect(didYouMean('intervals', ['interval', 'intervals'])).toBe('intervals')
  })
})
