import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nameKey } from '#domain/text/name-key.ts'

describe('a name key', () => {
  it.each([
    ['Tuesday Track', '  tuesday   TRACK '],
    ['Straße', 'STRASSE'],
    ['Café', 'Cafe\u0301'],
    ['ＡＢＣ１', 'abc1'],
    ['ΟΔΟΣ', 'οδος'],
    ['Ångström', 'a\u030angström'],
    ['Tues\u200Bday', 'Tuesday'],
    ['Tues\u202Eday', 'tuesday'],
    ['a\u00A0b', 'A b'],
  ])('"%s" and "%s" are the same name', (one, other) => {
    expect(nameKey(one)).toBe(nameKey(other))
  })

  it('keeps accents, scripts and word breaks apart', () => {
    expect(nameKey('Cafe')).not.toBe(nameKey('Café'))
    expect(nameKey('Мил')).not.toBe(nameKey('Mил'))
    expect(nameKey('Tuesday Track')).not.toBe(nameKey('TuesdayTrack'))
  })

  it('is empty only when there is nothing to see', () => {
    expect(nameKey(' \u200B\n')).toBe('')
  })

  it('of a key is the key, and does not see case', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), name => {
        const key = nameKey(name)
        expect(nameKey(key)).toBe(key)
      }),
      { seed: 11, numRuns: 3_000 },
    )
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), name => {
        expect(nameKey(name.toUpperCase())).toBe(nameKey(name))
      }),
      { seed: 12, numRuns: 1_000 },
    )
  })
})
