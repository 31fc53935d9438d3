import { describe, expect, it } from 'vitest'
import { PERMITTED_DEEDS, STANDINGS } from '#domain/organization/permission-matrix.ts'
import type { AccountId } from '#kernel/ids.ts'
import { assignForm, transferForm } from '#views/coach-forms.ts'
import { athletesAssigned, careShown, coachList } from '#views/coaches.ts'
import { assignmentsTold, headCoachOffered, memberStatusTold } from '#views/organization-notices.ts'
import { whatYouMay } from '#views/permissions.ts'
import { checkedMessage, checkedView } from '../fixtures/checked-view.ts'

/** Names of 80 characters, as long as Slack allows, which are escaped to five times that. */
const HOSTILE = ['<!channel>', '*Bob* & <Co>', '🏃‍♀️', 'נעמה', '雲川'].map(name =>
  name.repeat(80).slice(0, 80),
)
const names = (count: number) => Array.from({ length: count }, (_, n) => HOSTILE[n % HOSTILE.length] ?? '')

const coach = (displayName: string, athletes: number) => ({
  accountId: `01930000-0000-7000-8000-${displayName.length}` as AccountId,
  slackUserId: 'U0COACH',
  displayName,
  isHeadCoach: false,
  status: 'suspended' as const,
  athletes,
})

describe('views about coaches', () => {
  it.each([
    ['one coach', 1, 0],
    ['as many as a club of 2,000 may have', 120, 500],
  ])('list %s within Slack’s limits', (_, coaches, athletes) => {
    const list = coachList({
      coaches: names(coaches).map(name => ({ ...coach(name, athletes), athleteNames: names(athletes) })),
      isHeadCoach: true,
      offeredTo: HOSTILE[0] ?? null,
    })
    expect(checkedMessage(list)).toEqual([])
    expect(list.text).not.toContain('<!channel>')
    if (coaches > 1) expect(JSON.stringify(list.blocks)).toContain('… and 105 more')
  })

  it('fit with hundreds of athletes, and say how many more there are', () => {
    const athletes = names(500).map(displayName => ({ displayName, status: 'inactive' as const }))
    const care = careShown({ coachName: HOSTILE[1] ?? '', isOwn: false, athletes })
    const done = athletesAssigned({
      coachName: 'Ivo',
      isAssigned: true,
      changed: names(500),
      unchanged: names(300),
    })
    const told = assignmentsTold({
      byName: 'Mara',
      count: 500,
      isAssigned: true,
      athleteNames: names(500),
    })
    for (const message of [care, done, told]) {
      expect(checkedMessage(message)).toEqual([])
      expect(message.text).toMatch(/and \d+ more/)
    }
  })

  it('ask with forms that fit', () => {
    const coaches = names(120).map((name, n) => ({ ...coach(name, n), accountId: `c${n}` as AccountId }))
    expect(checkedView(assignForm(coaches, false))).toEqual([])
    expect(checkedView(assignForm(coaches.slice(0, 1), true))).toEqual([])
    expect(checkedView(transferForm(null))).toEqual([])
    expect(checkedView(transferForm('U0ANA00001'))).toEqual([])
  })

  it('tell those concerned in messages that fit', () => {
    const offer = { transferId: 't', clubName: HOSTILE[0] ?? '', fromName: HOSTILE[1] ?? '' }
    expect(checkedMessage(headCoachOffered(offer))).toEqual([])
    for (const status of ['active', 'inactive', 'suspended'] as const) {
      const told = memberStatusTold({ status, byName: HOSTILE[0] ?? '', clubName: HOSTILE[1] ?? '' })
      expect(checkedMessage(told)).toEqual([])
    }
  })

  it.each([
    ['yes', 'You may'],
    ['group-owner', 'if you own it'],
    ['group-seen', 'if it is public'],
    ['group-shared', 'shared with a group'],
    ['assigned', 'assigned to you'],
    ['own', 'own'],
  ] as const)('say of every deed that it may be done: %s', (answer, said) => {
    const rows = PERMITTED_DEEDS.map(deed => ({ deed, answer }))
    const card = whatYouMay({ standings: STANDINGS, isClaimed: true, rows })
    expect(checkedMessage(card)).toEqual([])
    expect(card.text).toContain(said)
    expect(card.text).not.toContain('You may not')
  })

  it.each(['suspended', 'not-a-coach', 'not-the-head-coach', 'not-an-athlete'] as const)(
    'say of every deed why it may not be done: %s',
    code => {
      const rows = PERMITTED_DEEDS.map(deed => ({ deed, answer: { code } }))
      const card = whatYouMay({ standings: ['athlete'], isClaimed: true, rows })
      expect(checkedMessage(card)).toEqual([])
      expect(card.text).not.toContain('✓')
    },
  )
})
