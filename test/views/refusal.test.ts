import { describe, expect, it } from 'vitest'
import type { RangeRefusal } from '#domain/calendar/range-words.ts'
import type { GroupRefusal } from '#domain/group/group.ts'
import type { GroupDeedRefusal } from '#domain/group/group-refusal.ts'
import type { InvitationRefusal } from '#domain/invitation/invitation.ts'
import type { AccessRefusal } from '#domain/organization/policy.ts'
import type { BoardRefusal } from '#domain/ranking/board.ts'
import type { ClaimRefusal, EdgeRefusal, MembershipRefusal, Refusal } from '#domain/refusal.ts'
import type { ScheduleRefusal } from '#domain/schedule/schedule.ts'
import type { OrganizationId } from '#kernel/ids.ts'
import { localDay } from '#kernel/instant.ts'
import { words } from '#views/message.ts'
import { inPlain } from '#views/mrkdwn.ts'
import { refusalInWords } from '#views/refusal.ts'
import { refusedModal } from '#views/refused.ts'
import { checkedMessage, checkedView } from '../fixtures/checked-view.ts'

type Said =
  | AccessRefusal
  | BoardRefusal
  | ClaimRefusal
  | EdgeRefusal
  | GroupRefusal
  | GroupDeedRefusal
  | InvitationRefusal
  | MembershipRefusal
  | RangeRefusal
  | ScheduleRefusal

/** The worst that a name or a typed word can be. */
const NAME = `<!channel> *&* <@U1> ${'&'.repeat(4_000)}`

/** One of each code; a new code does not compile until it stands here. */
const EACH: { [Code in Said['code']]: Extract<Said, { code: Code }> } = {
  'already-handled': { code: 'already-handled' },
  'stale-button': { code: 'stale-button' },
  'person-unknown': { code: 'person-unknown' },
  'channel-unknown': { code: 'channel-unknown' },
  'not-a-member': { code: 'not-a-member', isClaimed: true },
  suspended: { code: 'suspended' },
  'not-a-coach': { code: 'not-a-coach' },
  'not-the-head-coach': { code: 'not-the-head-coach' },
  'not-an-athlete': { code: 'not-an-athlete' },
  'claim-code-wrong': { code: 'claim-code-wrong' },
  'already-claimed': { code: 'already-claimed' },
  'group-name-empty': { code: 'group-name-empty' },
  'group-name-too-long': { code: 'group-name-too-long', limit: 60, length: 61 },
  'group-description-too-long': { code: 'group-description-too-long', limit: 500, length: 501 },
  'group-name-taken': { code: 'group-name-taken', name: NAME },
  'group-name-reserved': { code: 'group-name-reserved', name: NAME },
  'group-undo-over': { code: 'group-undo-over' },
  'in-group-already': { code: 'in-group-already', name: NAME },
  'not-in-this-group': { code: 'not-in-this-group', name: NAME, isOwner: true },
  'join-declined-lately': { code: 'join-declined-lately', days: 7 },
  'join-answered': { code: 'join-answered', state: 'approved', byId: null, byName: NAME },
  'join-unknown': { code: 'join-unknown' },
  'asker-left': { code: 'asker-left', name: NAME },
  'membership-undo-over': { code: 'membership-undo-over' },
  'membership-undone': { code: 'membership-undone' },
  'membership-changed-since': { code: 'membership-changed-since', names: [NAME, NAME] },
  'channel-not-chosen': { code: 'channel-not-chosen' },
  'owner-suspended': { code: 'owner-suspended', name: NAME },
  'group-unknown': { code: 'group-unknown', name: NAME, suggestion: 'Track' },
  'group-gone': { code: 'group-gone' },
  'group-changed-meanwhile': { code: 'group-changed-meanwhile', name: NAME },
  'not-the-group-owner': { code: 'not-the-group-owner' },
  'person-not-in-club': { code: 'person-not-in-club', name: NAME },
  'person-suspended': { code: 'person-suspended', name: NAME },
  'already-in-group': { code: 'already-in-group', names: [NAME, NAME] },
  'not-in-group': { code: 'not-in-group', name: NAME },
  'nobody-named': { code: 'nobody-named' },
  'cannot-invite-bot': { code: 'cannot-invite-bot', name: NAME },
  'cannot-invite-deactivated': { code: 'cannot-invite-deactivated', name: NAME },
  'cannot-invite-outsider': { code: 'cannot-invite-outsider', name: NAME },
  'cannot-invite-yourself': { code: 'cannot-invite-yourself' },
  'already-a-member': { code: 'already-a-member', name: NAME, groupName: null },
  'already-invited': { code: 'already-invited', name: NAME },
  'in-another-organization': { code: 'in-another-organization', name: NAME },
  'invitation-not-yours': { code: 'invitation-not-yours' },
  'invitation-unknown': { code: 'invitation-unknown' },
  'invitation-already-answered': {
    code: 'invitation-already-answered',
    state: 'declined',
    organizationId: 'o' as OrganizationId,
  },
  'unknown-range': { code: 'unknown-range', text: NAME },
  'range-backwards': { code: 'range-backwards', from: localDay('2026-05-02'), to: localDay('2026-05-01') },
  'range-too-long': { code: 'range-too-long', days: 400, maxDays: 366 },
  'metric-unknown': { code: 'metric-unknown', text: NAME, suggestion: null },
  'no-age-grades': { code: 'no-age-grades' },
  'board-for-members': { code: 'board-for-members', name: NAME },
  'not-a-board-poster': { code: 'not-a-board-poster' },
  'post-gone': { code: 'post-gone' },
  'not-your-post': { code: 'not-your-post' },
  'schedule-unknown': { code: 'schedule-unknown' },
  'schedule-already-ended': { code: 'schedule-already-ended' },
  'schedule-already-paused': { code: 'schedule-already-paused' },
  'schedule-already-active': { code: 'schedule-already-active' },
  'zone-unknown': { code: 'zone-unknown', zone: NAME },
  'time-unknown': { code: 'time-unknown', text: NAME },
  'weekday-unknown': { code: 'weekday-unknown', text: NAME, suggestion: null },
  'channel-missing': { code: 'channel-missing' },
  'channel-archived': { code: 'channel-archived', channelId: 'C0TRACK' },
  'not-in-channel': { code: 'not-in-channel', channelId: 'C0TRACK' },
}

/** The other sentences of codes that have two. */
const OTHERS: Refusal[] = [
  { code: 'not-a-member', isClaimed: false },
  { code: 'group-unknown', name: 'x', suggestion: null },
  { code: 'already-in-group', names: ['Ana'] },
  { code: 'already-a-member', name: 'Ana', groupName: 'Track' },
  { code: 'invitation-already-answered', state: 'accepted', organizationId: 'o' as OrganizationId },
  { code: 'metric-unknown', text: 'x', suggestion: 'distance' },
  { code: 'weekday-unknown', text: 'x', suggestion: 'monday' },
]

const all = [...Object.values(EACH), ...OTHERS].map(refusal => [refusal.code, refusal] as const)

describe('a refusal', () => {
  it.each(all)('“%s” is said in sentences, without its code', (code, refusal) => {
    const said = inPlain(refusalInWords(refusal))
    expect(said).toMatch(/^\S.*[.?]$/s)
    if (code.includes('-')) expect(said).not.toContain(code)
    expect(said).not.toMatch(/undefined|null|NaN|\[object/)
  })

  it.each(all)('“%s” says what to do next, or that nothing is to be done', (_code, refusal) => {
    const said = inPlain(refusalInWords(refusal))
    expect(said).toMatch(
      /\b(ask|type|try|choose|use|give|say|name|write|invite|make|open|nothing|did you mean|check|turn|shows|sets|prints|waits|can lift|can activate|leave)\b|\/astral/i,
    )
  })

  it.each(all)('“%s” fits a message and a modal, and pings nobody', (_code, refusal) => {
    const said = refusalInWords(refusal)
    const message = words(said)
    expect(checkedMessage(message)).toEqual([])
    expect(checkedView(refusedModal(said))).toEqual([])
    expect(message.text).not.toMatch(/<[!@]/)
  })
})
