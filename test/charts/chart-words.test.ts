import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { directionOf, graphemesOf, oneLine, shortenTo, shortenUntil } from '#charts/chart-words.ts'

const tricky = fc.array(
  fc.constantFrom(
    'a',
    'Z',
    ' ',
    'é',
    'e\u0301',
    '李',
    'क्ष',
    'ใจ',
    'م',
    '🇳🇴',
    '👩‍👩‍👧',
    '🏃🏽‍♀️',
    '1️⃣',
    '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
    '\u0301',
  ),
  { maxLength: 60 },
)
const anyText = fc.oneof(
  tricky.map(parts => parts.join('')),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
)

describe('shortening', () => {
  it('keeps what fits as it is', () => {
    expect(shortenTo('Zoë Ångström', 12)).toBe('Zoë Ångström')
  })

  it('ends a longer text in an ellipsis, without a space before it', () => {
    expect(shortenTo('Zoë Ångström', 5)).toBe('Zoë…')
    expect(shortenTo('Maximiliana', 5)).toBe('Maxi…')
  })

  it('leaves the ellipsis alone when nothing else fits', () => {
    expect(shortenUntil('Zoë', () => false)).toBe('…')
  })

  it('never splits a grapheme and never exceeds its limit', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 30 }), (text, limit) => {
        const whole = graphemesOf(text)
        const short = shortenTo(text, limit)
        if (short === text) return whole.length <= limit
        const kept = short.slice(0, -1)
        const beginnings = whole.map((_, index) => whole.slice(0, index).join('').trimEnd())
        return short.endsWith('…') && beginnings.includes(kept) && graphemesOf(short).length <= limit
      }),
    )
  })

  it('takes the longest beginning that fits', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', '李'), maxLength: 40 }),
        fc.integer({ min: 1, max: 45 }),
        (text, limit) => {
          expect(shortenTo(text, limit).length).toBe(Math.min(text.length, limit))
        },
      ),
    )
  })
})

describe('one line', () => {
  it('is composed, single-spaced and free of controls that turn or break a line', () => {
    expect(oneLine(' Zoe\u0308\n\tAngstro\u0308m\u202E\u2066 \u0000')).toBe('Zoë Angström')
  })

  it('keeps the accents of a language and drops towers of them', () => {
    expect(oneLine('Adébọ́lá Ọ̀ṣọ́')).toBe('Adébọ́lá Ọ̀ṣọ́'.normalize('NFC'))
    expect(oneLine('Z̷̢̛a̶̧l̸g̷o̴')).toBe('Za\u0327lgo')
    expect(oneLine(`e${'\u0301'.repeat(9)}`)).toBe('é\u0301')
  })

  it('keeps the joiners of emoji', () => {
    expect(oneLine('👩‍👩‍👧 🏃🏽‍♀️')).toBe('👩‍👩‍👧 🏃🏽‍♀️')
  })

  it('is short, however long the text', () => {
    expect(graphemesOf(oneLine('👩‍👩‍👧'.repeat(100_000))).length).toBeLessThanOrEqual(120)
    expect(oneLine('a'.repeat(1_000_000))).toBe(`${'a'.repeat(119)}…`)
    expect(oneLine(`e${'\u0301'.repeat(100_000)}`).length).toBe(2)
  })

  it('survives any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const line = oneLine(text)
        return line.isWellFormed() && !/[\n\r\u202A-\u202E]/u.test(line)
      }),
    )
  })
})

describe('direction', () => {
  it.each([
    ['אבי Cohen', 'rtl'],
    ['🏃 محمد', 'rtl'],
    ['Avi כהן', 'ltr'],
    ['42', 'ltr'],
  ])('of %s is %s', (text, direction) => {
    expect(directionOf(text)).toBe(direction)
  })
})
