import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainTextOf, splitWords, textOf, type Word } from '#slack/kit/words.ts'

const quoted = (text: string): Word => ({ kind: 'text', text, isQuoted: true })
const text = (word: string): Word => ({ kind: 'text', text: word, isQuoted: false })
const flag = (name: string, typed: string): Word => ({ kind: 'flag', name, text: typed })

describe('the words of a command', () => {
  it.each([
    ['', []],
    ['   ', []],
    ['group  list\n', [text('group'), text('list')]],
    ['log 8.2km 45:10 easy', [text('log'), text('8.2km'), text('45:10'), text('easy')]],
  ])('of “%s” are parted by spaces', (typed, words) => {
    expect(splitWords(typed)).toEqual(words)
  })

  it.each([
    '"Tuesday Track"',
    '“Tuesday Track”',
    '„Tuesday Track“',
    '”Tuesday Track”',
    '«Tuesday Track»',
    '»Tuesday Track«',
    "'Tuesday Track'",
    '‘Tuesday Track’',
    '“Tuesday Track"',
  ])('are grouped by quotes: %s', typed => {
    expect(splitWords(typed)).toEqual([quoted('Tuesday Track')])
    expect(splitWords(`show ${typed} private`)).toEqual([
      text('show'),
      quoted('Tuesday Track'),
      text('private'),
    ])
  })

  it.each([
    ["O'Connor", [text("O'Connor")]],
    ['O’Connor’s Crew', [text('O’Connor’s'), text('Crew')]],
    ['"O\'Connor\'s Crew"', [quoted("O'Connor's Crew")]],
    ['“O’Connor’s Crew”', [quoted('O’Connor’s Crew')]],
    ["'O'Connor Crew'", [quoted("O'Connor Crew")]],
    ['‘O’Connor Crew’ private', [quoted('O’Connor Crew'), text('private')]],
    ['5\'30"/km', [text('5\'30"/km')]],
    ["runners' club", [text("runners'"), text('club')]],
    ['"Say “hi” now', [quoted('Say '), text('hi”'), text('now')]],
  ])('know an apostrophe from a quote: %s', (typed, words) => {
    expect(splitWords(typed)).toEqual(words)
  })

  it('keep an empty quotation and a quote that never ends', () => {
    expect(splitWords('show ""')).toEqual([text('show'), quoted('')])
    expect(splitWords('show "Tuesday Track')).toEqual([text('show'), text('"Tuesday'), text('Track')])
  })

  it.each([
    ['<@U12AB|ana>', { kind: 'person', slackUserId: 'U12AB', text: '@ana' }],
    ['<@W12AB>', { kind: 'person', slackUserId: 'W12AB', text: '@W12AB' }],
    ['<@U12AB|>', { kind: 'person', slackUserId: 'U12AB', text: '@U12AB' }],
    ['<#C12AB|track>', { kind: 'channel', channelId: 'C12AB', text: '#track' }],
    ['<#G12AB|>', { kind: 'channel', channelId: 'G12AB', text: '#G12AB' }],
  ])('know a mention: %s', (typed, word) => {
    expect(splitWords(typed)).toEqual([word])
  })

  it.each(['<@U1|ana> <@U2|ben>', '<@U1|ana>,<@U2|ben>', '<@U1|ana>, <@U2|ben>;', '<@U1|ana><@U2|ben>'])(
    'know several mentions however they are parted: %s',
    typed => {
      expect(splitWords(typed).map(word => word.kind === 'person' && word.slackUserId)).toEqual(['U1', 'U2'])
    },
  )

  it('know a mention behind a word and a quotation', () => {
    expect(splitWords('add<@U1|ana>"Milers"').map(word => word.text)).toEqual(['add', '@ana', 'Milers'])
  })

  it.each([
    ['--post', flag('post', '--post')],
    ['—post', flag('post', '—post')],
    ['–post', flag('post', '–post')],
    ['--Post', flag('post', '--Post')],
    ['--with-chart', flag('with-chart', '--with-chart')],
    ['—', text('—')],
    ['--', text('--')],
    ['--5', text('--5')],
    ['-post', text('-post')],
    ['a--post', text('a--post')],
    ['"--post"', quoted('--post')],
  ])('know a flag: %s', (typed, word) => {
    expect(splitWords(typed)).toEqual([word])
  })

  it.each([
    ['"Run &amp; Fun"', 'Run & Fun'],
    ['&lt;!channel&gt;', '<!channel>'],
    ['"&amp;lt;b&amp;gt;"', '&lt;b&gt;'],
    ['<http://run.club|run.club>', 'run.club'],
    ['"<http://run.club|run.club> Milers"', 'run.club Milers'],
    ['<https://run.club/a?b=1&amp;c=2>', 'https://run.club/a?b=1&c=2'],
    ['<mailto:ana@run.club|ana@run.club>', 'ana@run.club'],
    ['"Team <@U1|ana> in <#C1|track>"', 'Team @ana in #track'],
    ['"Team <@U1>"', 'Team @U1'],
    ['"<!channel> <!here|here> <!subteam^S1|@runners> <!subteam^S1>"', '@channel @here @runners @S1'],
  ])('are as they were typed, without what Slack wraps round them: %s', (typed, plain) => {
    expect(textOf(splitWords(typed))).toBe(plain)
  })

  it('bring back whatever text without quotes and spaces was typed', () => {
    const word = fc
      .stringMatching(/^[^\s"“”„«»'‘’—–-][^\s"“”„«»'‘’]*$/u)
      .filter(typed => !/^[,;]+$/.test(typed))
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), words => {
        expect(splitWords(words.map(escaped).join(' '))).toEqual(words.map(text))
      }),
    )
  })

  it('bring back whatever was quoted', () => {
    const name = fc.string({ unit: 'grapheme' }).filter(typed => !/["“”„«»]/.test(typed))
    fc.assert(
      fc.property(name, name, (one, two) => {
        expect(splitWords(`“${escaped(one)}” "${escaped(two)}"`)).toEqual([quoted(one), quoted(two)])
      }),
    )
  })

  it('are found in any text at all, quickly, and none is lost that is not a space or a separator', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('<@U1|a>', '<#C1', '"', '“', "'", '’', '--', '—a', '<', '>', '|', '&amp;', ' ', ','),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), pieces => {
        const typed = pieces.join('')
        for (const word of splitWords(typed)) {
          expect(['text', 'person', 'channel', 'flag']).toContain(word.kind)
          if (word.kind === 'text' && !word.isQuoted) expect(word.text).not.toBe('')
        }
      }),
    )
    const started = performance.now()
    splitWords('"'.repeat(3_999))
    splitWords("'a".repeat(2_000))
    splitWords('<@'.repeat(2_000))
    splitWords(`<${'|'.repeat(4_000)}`)
    plainTextOf('<'.repeat(4_000))
    expect(performance.now() - started).toBeLessThan(2_000)
  })
})

/** As Slack sends it. */
function escaped(typed: string): string {
  return typed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
