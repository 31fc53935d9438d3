import { describe, expect, it } from 'vitest'
import { type Clock, instant } from '#kernel/instant.ts'
import { uuidv7Source } from '../src/uuidv7.ts'

describe('ids', () => {
  it('have the shape of RFC 9562 version 7, with the time they were made', () => {
    const newId = uuidv7Source(() => instant(0x0193_4567_89ab))
    const id = newId<string>()
    expect(id).toMatch(/^01934567-89ab-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })

  it('rise, and differ, while the clock stands still, runs, or goes back', () => {
    const times = [5, 5, 6, 3, 4, 9]
    let asked = 0
    const clock: Clock = () => instant(1_000_000 + (times[Math.floor(asked++ / 3_000)] ?? 9))
    const newId = uuidv7Source(clock)
    const ids = Array.from({ length: 18_000 }, () => newId<string>())
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toEqual(ids.toSorted())
  })

  it('of two sources do not meet', () => {
    const clock: Clock = () => instant(1_000)
    const [one, two] = [uuidv7Source(clock), uuidv7Source(clock)]
    const ids = Array.from({ length: 2_000 }, (_, n) => (n % 2 ? one : two)<string>())
    expect(new Set(ids).size).toBe(2_000)
  })
})
