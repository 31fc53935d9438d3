import { describe, expect, it } from 'vitest'
import { isRun, SUB_TYPE_WORDS, SUB_TYPES, subTypeFromWord } from '#domain/activity/sub-type.ts'

describe('a sub-type', () => {
  it.each([
    ['run', 'easy-run'],
    ['trail_run', 'trail-run'],
    ['Tempo Run', 'tempo'],
    ['interval-run', 'interval'],
    [' EASY ', 'easy-run'],
    ['constructor', undefined],
    ['', undefined],
  ])('is read from "%s"', (word, subType) => {
    expect(subTypeFromWord(word)).toBe(subType)
  })

  it('is meant by every word on offer', () => {
    expect(SUB_TYPE_WORDS.filter(word => !subTypeFromWord(word))).toEqual([])
  })

  it('is a run or not', () => {
    expect(SUB_TYPES.filter(subType => !isRun(subType))).toEqual([
      'walk',
      'hike',
      'ride',
      'swim',
      'strength',
      'other',
    ])
  })
})
