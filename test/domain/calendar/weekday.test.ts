import { describe, expect, it } from 'vitest'
import { localTimeFromWords } from '#domain/calendar/local-time.ts'
import { WEEKDAY_WORDS, weekdayFromWord, weekdayName } from '#domain/calendar/weekday.ts'

describe('a weekday', () => {
  it.each([
    ['Monday', 1],
    ['mondays', 1],
    ['tue', 2],
    ['WEDS', 3],
    ['thurs', 4],
    ['saturday', 6],
    [' sun ', 7],
    ['m', undefined],
    ['funday', undefined],
    ['days', undefined],
  ])('is read from "%s"', (word, weekday) => {
    expect(weekdayFromWord(word)).toBe(weekday)
  })

  it('is meant by every word on offer and has a name', () => {
    expect(WEEKDAY_WORDS.filter(word => !weekdayFromWord(word))).toEqual([])
    expect([weekdayName(1), weekdayName(7)]).toEqual(['Monday', 'Sunday'])
    expect(() => weekdayName(8)).toThrow(RangeError)
  })
})

describe('a time of day', () => {
  it.each([
    ['9:00', '09:00'],
    ['09.30', '09:30'],
    ['at 9', '09:00'],
    ['9am', '09:00'],
    ['12 am', '00:00'],
    ['6:30 P.M.', '18:30'],
    ['noon', '12:00'],
    ['midnight', '00:00'],
    ['24:00', undefined],
    ['13pm', undefined],
    ['9:60', undefined],
    ['soon', undefined],
  ])('is read from "%s"', (words, time) => {
    expect(localTimeFromWords(words)).toBe(time)
  })
})
