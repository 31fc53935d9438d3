import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeText, inPlain, joinMrkdwn, mentionChannel, mentionPerson, mrkdwn } from '#views/mrkdwn.ts'
import { shorten, shortenMrkdwn } from '#views/shorten.ts'

const hostile = fc.array(
  fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      '<!channel>',
      '<!here|here>',
      '<@U0HEAD>',
      '<#C0TRACK|x>',
      '<https://example.com|Click>',
      '<!subteam^S1>',
      '&lt;!channel&gt;',
      '&amp;lt;',
      '*bold*',
      '_it_',
      '~no~',
      '`code`',
      '```',
      '&',
      '<',
      '>',
    ),
  ),
  { maxLength: 8 },
)
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

describe('mrkdwn', () => {
  it('holds nothing that Slack obeys, whatever people call themselves', () => {
    fc.assert(
      fc.property(hostile, pieces => {
        const name = pieces.join('')
        const built = mrkdwn`${name}`.mrkdwn
        expect(built).not.toMatch(/[<>*_~`]/)
        expect(built.replaceAll(/&(?:amp|lt|gt);/g, '')).not.toContain('&')
      }),
    )
  })

  it('brings a name back as it was where text is plain', () => {
    fc.assert(
      fc.property(hostile, pieces => {
        const name = pieces.join('').replaceAll(/[∗＿∼ˋ]/g, '')
        expect(inPlain(mrkdwn`${name}`)).toBe(name)
      }),
    )
  })

  it('leaves its own marks where text is plain', () => {
    expect(inPlain(mrkdwn`*${'A*B & C'}* in ${mentionChannel('C1')}: \`/astral help\``)).toBe(
      'A*B & C in that channel: /astral help',
    )
  })

  it('escapes once: what is mrkdwn already stays', () => {
    const inner = mrkdwn`*${'<b>'}*`
    expect(mrkdwn`${inner} ${mentionPerson('U1')} ${3}`.mrkdwn).toBe('*&lt;b&gt;* <@U1> 3')
    expect(joinMrkdwn([inner, inner], ', ').mrkdwn).toBe('*&lt;b&gt;*, *&lt;b&gt;*')
    expect(escapeText('&lt;!channel&gt;')).toBe('&amp;lt;!channel&amp;gt;')
  })
})

describe('shortening', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 60 })

  it('keeps to the limit and never cuts inside a letter or an emoji', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 40 }), (long, limit) => {
        const short = shorten(long, limit)
        expect(short.length).toBeLessThanOrEqual(limit)
        if (long.length <= limit) expect(short).toBe(long)
        else {
          const kept = [...graphemes.segment(short.slice(0, -1))].map(each => each.segment)
          const whole = [...graphemes.segment(long)].map(each => each.segment)
          expect(short.endsWith('…')).toBe(true)
          expect(kept).toEqual(whole.slice(0, kept.length))
        }
      }),
    )
  })

  it.each([
    ['👩‍👩‍👧‍👦 family', 9, '…'],
    ['👩‍👩‍👧‍👦 family', 13, '👩‍👩‍👧‍👦 …'],
    ['🇳🇴🇸🇪🇩🇰', 6, '🇳🇴…'],
    ['e\u0301e\u0301e\u0301', 4, 'e\u0301…'],
    ['שלום עולם', 5, 'שלום…'],
  ])('of “%s” to %i is “%s”', (long, limit, short) => {
    expect(shorten(long, limit)).toBe(short)
  })

  it('of mrkdwn leaves no entity and no mention in halves', () => {
    const piece = fc.oneof(text.map(escapeText), fc.constantFrom('&amp;', '&lt;', '<#C0TRACK>', '<@U0HEAD>'))
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 10 }), fc.integer({ min: 1, max: 60 }), (pieces, limit) => {
        const short = shortenMrkdwn(pieces.join(''), limit)
        expect(short.length).toBeLessThanOrEqual(limit)
        const rest = short.replaceAll(/&(?:amp|lt|gt);|<[@#][A-Z0-9]+>/g, '')
        expect(rest).not.toMatch(/[<>&]/)
      }),
    )
  })
})
