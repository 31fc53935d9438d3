import { describe, expect, it } from 'vitest'
import { readEmailTyped } from '#slack/commands/invite-email.ts'
import { readLinkTyped } from '#slack/commands/invite-link.ts'
import { splitWords } from '#slack/kit/words.ts'
import { readUntil } from '#slack/until-typed.ts'

describe('what is typed after invite email', () => {
  it.each([
    ['ana@example.org Ana', ['ana@example.org', 'Ana', null]],
    ['Ana ana@example.org "Morning Milers"', ['ana@example.org', 'Ana', 'Morning Milers']],
    ['<mailto:ana@example.org|ana@example.org> Ana Maria', ['ana@example.org', 'Ana Maria', null]],
    ['ana@example.org "Ana Maria" “Track”', ['ana@example.org', 'Ana Maria', 'Track']],
    ['ana@example.org "Track"', ['ana@example.org', '', 'Track']],
    ['ana', ['ana', '', null]],
    ['', [null, '', null]],
  ])('%s', (typed, [address, firstName, groupName]) => {
    expect(readEmailTyped(splitWords(typed))).toEqual({ address, firstName, groupName })
  })
})

describe('the last day of an invitation', () => {
  it('is taken out of what was typed', () => {
    expect(readUntil(splitWords('<@U0ANA> until 2026-12-31 "Track"'))).toMatchObject({
      ok: true,
      value: { until: '2026-12-31', rest: [{ kind: 'person' }, { text: 'Track' }] },
    })
    expect(readUntil(splitWords('<@U0ANA> "until"'))).toMatchObject({ ok: true, value: { until: null } })
    expect(readUntil(splitWords('until soon'))).toMatchObject({ refusal: { code: 'code-until-wrong' } })
    expect(readUntil(splitWords('until'))).toMatchObject({ refusal: { code: 'misuse' } })
  })
})

describe('what is typed after invite link', () => {
  const nothing = { groupName: null, cap: null, until: null, vanity: null, channelId: null }

  it.each([
    ['"Morning Milers" cap 20', { groupName: 'Morning Milers', cap: 20 }],
    ['Morning Milers CAP 20', { groupName: 'Morning Milers', cap: 20 }],
    ['until 2026-12-31 code SPRING26', { until: '2026-12-31', vanity: 'SPRING26' }],
    ['"code" cap 3', { groupName: 'code', cap: 3 }],
    ['"2026" cap 3', { groupName: '2026', cap: 3 }],
    ['<#C0GENERAL|general> "Track"', { channelId: 'C0GENERAL', groupName: 'Track' }],
  ])('%s', (typed, read) => {
    expect(readLinkTyped(splitWords(typed))).toEqual({ ok: true, value: { ...nothing, ...read } })
  })

  it.each([
    ['cap many', 'code-cap-wrong'],
    ['cap', 'misuse'],
    ['"Track" 20', 'misuse'],
    ['20', 'misuse'],
    ['until friday', 'code-until-wrong'],
    ['until 2026-02-30', 'code-until-wrong'],
    ['<@U0ANA>', 'misuse'],
    ['--post', 'misuse'],
  ])('%s is refused', (typed, code) => {
    expect(readLinkTyped(splitWords(typed))).toMatchObject({ ok: false, refusal: { code } })
  })
})
