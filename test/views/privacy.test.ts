import { describe, expect, it } from 'vitest'
import type { PrivacyCard } from '#domain/privacy/privacy-card.ts'
import { DEFAULT_SWITCHES, PRIVACY_SWITCHES, type PrivacySwitches } from '#domain/privacy/privacy-switches.ts'
import {
  deleteDataForm,
  privacyForm,
  privacySaved,
  privacyShown,
  switchesState,
} from '#views/privacy-form.ts'
import { erasedInWords, privacyInWords, SWITCH_WORDS } from '#views/privacy-words.ts'
import { checkedMessage, checkedView } from '../fixtures/checked-view.ts'

const NAME = `<!channel> *&* ${'&'.repeat(60)}`
const ALL_OFF = Object.fromEntries(PRIVACY_SWITCHES.map(name => [name, false])) as PrivacySwitches

function card(groups: number, given: Partial<PrivacyCard> = {}): PrivacyCard {
  return {
    switches: DEFAULT_SWITCHES,
    isSuspended: false,
    groups: Array.from({ length: groups }, (_, n) => ({
      groupId: `01930000-0000-7000-8000-${String(n).padStart(12, '0')}`,
      name: `${n} ${NAME}`,
      isShared: n % 2 === 0,
    })),
    ...given,
  }
}

describe('the privacy form', () => {
  it.each([0, 1, 10, 11, 60, 500])('fits into Slack with %i groups, whatever they are called', groups => {
    for (const switches of [DEFAULT_SWITCHES, ALL_OFF]) {
      const each = card(groups, { switches, isSuspended: groups % 2 === 0 })
      checkedView(privacyForm(each))
      checkedView(privacySaved(each))
      checkedMessage(privacyShown(each))
    }
  })

  it('has boxes for ten groups and a menu for more, filled with the present answers', () => {
    const inputOf = (groups: number) =>
      privacyForm(card(groups)).blocks.find(block => block.block_id === 'groups') as unknown as {
        element: { type: string; initial_options: unknown[] }
      }
    expect(inputOf(10).element).toMatchObject({ type: 'checkboxes', initial_options: { length: 5 } })
    expect(inputOf(11).element).toMatchObject({ type: 'multi_static_select', initial_options: { length: 6 } })
  })

  it('explains every switch within what a box may say', () => {
    for (const { name, means } of Object.values(SWITCH_WORDS)) {
      expect(name.length).toBeLessThanOrEqual(75)
      expect(means.length).toBeLessThanOrEqual(75)
    }
  })

  it('says what is off in one line', () => {
    expect(switchesState(DEFAULT_SWITCHES).mrkdwn).toContain('what you share with them')
    expect(switchesState({ ...DEFAULT_SWITCHES, pace: false, profile: false }).mrkdwn).toBe(
      'Off: Pace, Profile.',
    )
    expect(switchesState(ALL_OFF).mrkdwn).toContain('coaches included')
  })

  it('tells of the deletion before it is done', () => {
    checkedView(deleteDataForm())
    expect(JSON.stringify(deleteDataForm())).toMatch(/cannot be undone.*What stays.*Type DELETE/)
  })
})

describe('privacy in the audit', () => {
  it('names only what changed', () => {
    const after = { ...DEFAULT_SWITCHES, isShown: false }
    expect(privacyInWords(DEFAULT_SWITCHES, after).mrkdwn).toBe(
      'changed what others see: Show anything of mine: off',
    )
    expect(privacyInWords(null, null).mrkdwn).toBe('changed what others see')
  })

  it('counts what was erased', () => {
    expect(erasedInWords({ activities: 1, groups: 2, invitations: 0 })).toBe(
      '1 activity, 2 group memberships',
    )
    expect(erasedInWords({ activities: 0 })).toBe('nothing was stored')
  })
})
