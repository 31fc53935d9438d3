import { describe, expect, it } from 'vitest'
import { engagementPercent } from '#domain/ranking/engagement.ts'

describe('engagement', () => {
  it.each([
    [0, 0, 0],
    [0, 7, 0],
    [7, 7, 100],
    [1, 3, 33],
    [2, 3, 67],
    [1, 8, 13],
    [29, 200, 15],
    [1, 201, 0],
  ])('of %i active among %i is %i %%', (active, counted, percent) => {
    expect(engagementPercent(active, counted)).toBe(percent)
  })

  it('cannot have more active than counted', () => {
    expect(() => engagementPercent(2, 1)).toThrow(RangeError)
  })
})
