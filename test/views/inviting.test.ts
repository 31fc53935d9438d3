import { describe, expect, it } from 'vitest'
import type { CodeOffer } from '#domain/invitation/code-offer.ts'
import { FIRST_NAME_MAX } from '#domain/invitation/email-invitation.ts'
import type { InvitationCode } from '#domain/invitation/invitation-code.ts'
import type { InvitationList } from '#domain/invitation/invitation-list.ts'
import { localDay, zone } from '#kernel/instant.ts'
import { athleteAdded, clubWelcome, welcomeAnswered } from '#views/club-welcome.ts'
import { codeForm } from '#views/code-form.ts'
import { emailLetter, emailProblem, invitedByEmail } from '#views/email-invitation.ts'
import { codeCreated, codeJoined, codePosted, codeQuestion } from '#views/invitation-code.ts'
import { invitationList, invitedAgain } from '#views/invitation-list.ts'
import { joinAnswerForm, joinForm } from '#views/join-form.ts'
import { type Message, words } from '#views/message.ts'
import { checkedMessage, checkedView } from '../fixtures/checked-view.ts'
import { TEST_NOW } from '../fixtures/test-engine.ts'

const NAMES = {
  hostile: '<!channel> <@U0HEAD> *b* _i_ ~s~ `c` &lt;!here&gt; ',
  arabic: 'مجموعة الجري يوم الثلاثاء مساءً ',
  emoji: '👩‍👩‍👧‍👦🏃🏽‍♀️',
  ampersands: '&',
}
const OSLO = zone('Europe/Oslo')
const LINK = `https://${'a'.repeat(60)}.example.com/astral`
const long = (text: string, length: number) => text.repeat(length).slice(0, length)

describe.each(Object.entries(NAMES))('invitations with %s names', (_, base) => {
  const name = long(base, FIRST_NAME_MAX)
  const plan = {
    title: long(base, 60),
    weeks: 52,
    startOn: localDay('2026-12-07'),
    raceOn: localDay('2027-12-05'),
    outcome: 'joined' as const,
  }
  const card = {
    firstName: name,
    address: `${'a'.repeat(64)}@${'b'.repeat(60)}.${'c'.repeat(60)}.example.org`,
    clubName: name,
    inviterName: name,
    groupName: name,
    plan,
  }
  const offer: CodeOffer = {
    codeId: '01930000-0000-7000-8000-000000000001',
    clubName: name,
    inviterName: name,
    groupName: name,
    groupDescription: long(base, 500),
    plan,
  }
  const code = {
    id: offer.codeId,
    hint: 'NG26',
    cap: 10_000,
    uses: 10_000,
    expiresAt: TEST_NOW,
  } as InvitationCode
  const list: InvitationList = {
    funnel: {
      sent: 99_999,
      seen: 99_999,
      accepted: 99_999,
      declined: 99_999,
      pending: 99_999,
      revoked: 99_999,
      expired: 99_999,
    },
    pending: Array.from({ length: 10 }, (_, index) => ({
      kind: 'email' as const,
      id: `01930000-0000-7000-8000-00000000001${index}`,
      name,
      address: card.address,
      inviterName: name,
      groupName: name,
      sentAt: TEST_NOW,
      isSeen: true,
    })),
    offset: 20,
    hasMore: true,
    codes: Array.from({ length: 10 }, () => ({ code, groupName: name, dead: 'code-used-up' as const })),
    moreCodes: 3,
  }
  const made = {
    code,
    plain: 'ABCDE-FGHJK-LMNPQ-RSTUV-WXYZ2-3',
    clubName: name,
    groupName: name,
    until: localDay('2026-12-31'),
    channelId: 'C0GENERAL',
  }
  const invitation = {
    invitationId: offer.codeId,
    state: 'accepted' as const,
    via: 'direct' as const,
    clubName: name,
    inviterName: name,
    inviteeName: name,
    groupName: name,
    groupDescription: null,
    plan,
  }

  it.each<[string, Message]>([
    ['the list', invitationList(list, OSLO)],
    [
      'an empty list',
      invitationList({ ...list, pending: [], codes: [], offset: 0, hasMore: false, moreCodes: 0 }, OSLO),
    ],
    ['asked again', invitedAgain(name)],
    ['a mail under way', invitedByEmail({ card, token: null }, { publicUrl: LINK, mayMatch: false })],
    ['a text to send', invitedByEmail({ card, token: made.plain }, { publicUrl: LINK, mayMatch: true })],
    ['a mail not taken', words(emailProblem(card, 'EENVELOPE 550'))],
    ['a code', codeCreated(made, LINK)],
    [
      'a code without limits',
      codeCreated({ ...made, code: { ...code, cap: null }, until: null, groupName: null }, null),
    ],
    ['a Join button', codePosted(offer, 'outbox-1')],
    ['the question', codeQuestion(offer)],
    ['the welcome', codeJoined({ clubName: name, groupName: name, answer: 'accept-and-share' })],
    ['being added', clubWelcome(invitation)],
    ['having chosen', welcomeAnswered({ isShared: true, groupName: name })],
    ['having added', athleteAdded({ name, clubName: name, group: { name } })],
  ])('%s fits into a message of Slack and pings nobody', (_, message) => {
    expect(checkedMessage(message)).toEqual([])
    expect(message.text).not.toMatch(/<[!@]/)
    expect(JSON.stringify(message.blocks.filter(block => block.type !== 'rich_text'))).not.toMatch(
      /"mrkdwn","text":"[^"]*<[!@]/,
    )
  })

  it('has forms that fit', () => {
    const group = { id: 'g', name } as Parameters<typeof codeForm>[0][number]
    expect(checkedView(joinForm())).toEqual([])
    expect(checkedView(joinAnswerForm(offer))).toEqual([])
    expect(checkedView(codeForm([group], true))).toEqual([])
    expect(checkedView(codeForm([], false))).toEqual([])
  })
})

describe('a letter', () => {
  const card = {
    firstName: 'Nora',
    address: 'n@example.org',
    clubName: 'Club',
    inviterName: 'Mara',
    groupName: null,
    plan: null,
  }

  it('has the code once more as a link where there is an address, and no link where there is none', () => {
    expect(emailLetter(card, 'CODE-1', 'https://x.example').text).toContain('https://x.example/join/CODE-1')
    expect(emailLetter(card, 'CODE-1', null).text).not.toContain('http')
    expect(emailLetter(card, 'CODE-1', null).text).toContain('/astral join CODE-1')
    expect(emailLetter(card, 'CODE-1', null).subject).toBe('Mara invites you to Club')
  })
})
