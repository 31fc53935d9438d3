import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanName, cleanNote } from '#domain/text/clean-text.ts'

const anyText = fc.string({ unit: 'binary', maxLength: 40 })

describe('a clean name', () => {
  it.each([
    ['  Tuesday \n Track ', 'Tuesday Track'],
    ['evil\u202Egnp.exe', 'evilgnp.exe'],
    ['\u2066Dana\u2069', 'Dana'],
    ['a\u0000b\u0007c\u009Fd', 'abcd'],
    ['Cafe\u0301', 'Café'],
    ['\uD800x', '\uFFFDx'],
    ['line\u2028break', 'line break'],
  ])('%j becomes %j', (text, cleaned) => {
    expect(cleanName(text)).toBe(cleaned)
  })

  it('keeps joiners, which emoji and several scripts need, and flags', () => {
    for (const name of ['👩‍🚀', 'می‌خواهم', 'क्‍ष', '🏴󠁧󠁢󠁥󠁮󠁧󠁿']) expect(cleanName(name)).toBe(name)
  })

  it('has one line, no control characters and is clean already', () => {
    fc.assert(
      fc.property(anyText, text => {
        const cleaned = cleanName(text)
        expect(cleaned).not.toMatch(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]|\s\s|^\s|\s$/u)
        expect(cleanName(cleaned)).toBe(cleaned)
      }),
      { seed: 3, numRuns: 1_000 },
    )
  })
})

describe('a clean note', () => {
  it('keeps its lines, with one empty line at most', () => {
    expect(cleanNote('\n legs  fine \r\n\r\n\r\n\r\nwind\u202E ')).toBe('legs fine\n\nwind')
  })

  it('is clean already', () => {
    fc.assert(
      fc.property(anyText, text => {
        expect(cleanNote(cleanNote(text))).toBe(cleanNote(text))
      }),
      { seed: 4, numRuns: 1_000 },
    )
  })
})
