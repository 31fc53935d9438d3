import { describe, expect, it } from 'vitest'
import type { AuditLine, AuditPage } from '#domain/audit/audit-card.ts'
import { GROUP_DESCRIPTION_MAX, GROUP_NAME_MAX, type Group } from '#domain/group/group.ts'
import type { GroupCard, GroupListing, GroupMember } from '#domain/group/group-card.ts'
import { INVITATION_ANSWERS, INVITATION_STATES } from '#domain/invitation/invitation.ts'
import type { HomeCard } from '#domain/organization/home-card.ts'
import { DEFAULT_SWITCHES } from '#domain/privacy/privacy-switches.ts'
import type { AccountId, GroupId, OrganizationId } from '#kernel/ids.ts'
import { localDay, zone } from '#kernel/instant.ts'
import { COMMANDS } from '#slack/commands/command-table.ts'
import { auditPage } from '#views/audit.ts'
import { clubClaimed } from '#views/club-claimed.ts'
import { deleteGroupConfirmation } from '#views/delete-group-confirmation.ts'
import { groupCard, groupList, groupMembers } from '#views/group-card.ts'
import {
  groupDeleted,
  groupEdited,
  groupEditedModal,
  groupWelcome,
  memberRemoved,
  membersAdded,
  sharingChanged,
} from '#views/group-changed.ts'
import { groupCreated, groupCreatedModal } from '#views/group-created.ts'
import { createGroupForm, editGroupForm } from '#views/group-form.ts'
import { commandHelp, commandMisused, unknownCommand } from '#views/help.ts'
import { home } from '#views/home.ts'
import { athleteInvited, invitationClosed, invitationReceived, invitationResult } from '#views/invitation.ts'
import { inviteForm } from '#views/invite-form.ts'
import { menu } from '#views/menu.ts'
import type { HomeView, Message, ModalView } from '#views/message.ts'
import { modalView } from '#views/modal.ts'
import { checkedMessage, checkedView } from '../fixtures/checked-view.ts'
import { TEST_NOW } from '../fixtures/test-engine.ts'

/** Names at their longest: hostile, in several scripts, from right to left, of emoji, and of nothing but escapes. */
const NAMES = {
  hostile: '<!channel> <@U0HEAD> *b* _i_ ~s~ `c` <#C0TRACK> &lt;!here&gt;',
  hebrew: 'קבוצת ריצה של יום שלישי בערב במסלול',
  arabic: 'مجموعة الجري يوم الثلاثاء مساءً على المضمار',
  emoji: '👩‍👩‍👧‍👦🏃🏽‍♀️🇳🇴🇸🇪👨‍👩‍👧‍👦',
  ampersands: '&'.repeat(GROUP_NAME_MAX),
  angles: '<'.repeat(GROUP_NAME_MAX),
  wide: '漢字ランニングクラブ火曜日の夜のトラック練習グループ',
} as const

const long = (name: string, length: number) => name.repeat(Math.ceil(length / name.length)).slice(0, length)

describe.each(Object.entries(NAMES))('with %s names', (_, base) => {
  const name = long(base, GROUP_NAME_MAX)
  const personName = long(base, 80)
  const group: Group = {
    id: '01930000-0000-7000-8000-000000000001' as GroupId,
    organizationId: 'o' as OrganizationId,
    name,
    nameKey: name,
    description: long(`${base}\n> `, GROUP_DESCRIPTION_MAX),
    privacy: 'private',
    ownerId: 'a' as AccountId,
    channelId: null,
    version: 1,
    createdAt: TEST_NOW,
    updatedAt: TEST_NOW,
  }
  const member = (n: number): GroupMember => ({
    accountId: `${n}` as AccountId,
    slackUserId: `U${n}`,
    displayName: personName,
    status: n % 7 === 0 ? 'suspended' : 'active',
    isShared: n % 2 === 0,
  })
  const card = (members: number): GroupCard => ({
    group,
    ownerName: personName,
    isOwnerPresent: true,
    standing: { kind: 'member' },
    openRequests: 3,
    handsOver: true,
    members: Array.from({ length: members }, (_, n) => member(n)),
    mayEdit: true,
    ownSharing: true,
  })
  const listing = (groups: number, isCoach: boolean): GroupListing => ({
    groups: Array.from({ length: groups }, (_, n) => ({
      group,
      members: n,
      isMine: n % 2 === 0,
      standing: { kind: 'may-ask' },
    })),
    totals: isCoach ? { totalAthletes: 500, unassignedCount: 17 } : null,
  })
  const invitation = {
    invitationId: group.id,
    state: 'pending' as const,
    clubName: personName,
    inviterName: personName,
    inviteeName: personName,
    via: 'slack' as const,
    groupName: name,
    groupDescription: group.description,
    plan: null,
  }
  const line = (action: AuditLine['action'], n: number): AuditLine => ({
    seq: 1_000_000 + n,
    at: TEST_NOW,
    actorName: personName,
    surface: 'command',
    action,
    targetKind: 'group',
    targetId: group.id,
    subjectName: personName,
    before: { ...group, groupName: name, memberIds: ['x', 'y'], groupId: group.id } as never,
    after: { ...group, name: `${name}!`, privacy: 'public', groupName: name, memberIds: ['x', 'y'] } as never,
  })
  const audit = (action: AuditLine['action']): AuditPage => ({
    lines: Array.from({ length: 10 }, (_, n) => line(action, n)),
    names: new Map([
      ['x', personName],
      ['y', personName],
      [group.id, name],
    ]),
    olderThan: 1_000_000,
    scope: 'all',
  })
  const reader = { zone: zone('America/Argentina/ComodRivadavia'), kind: 'group', bySlackUserId: 'U0HEAD' }

  const messages: Record<string, Message> = {
    groupCard: groupCard(card(500)),
    'groupCard of nobody': groupCard(card(0)),
    'groupCard from outside': groupCard({ ...card(0), members: null, mayEdit: false, ownSharing: null }),
    groupMembers: groupMembers(card(500)),
    'groupMembers of one': groupMembers(card(1)),
    groupList: groupList(listing(200, true)),
    'groupList of an athlete': groupList(listing(200, false)),
    'groupList of none': groupList(listing(0, true)),
    'groupList of none for an athlete': groupList(listing(0, false)),
    groupEdited: groupEdited(group),
    groupDeleted: groupDeleted(group),
    groupCreated: groupCreated(group),
    membersAdded: membersAdded({
      changeId: group.id,
      group,
      added: Array.from({ length: 60 }, () => personName),
      alreadyIn: Array.from({ length: 60 }, () => personName),
    }),
    memberRemoved: memberRemoved({ group, changeId: group.id, name: personName }),
    groupWelcome: groupWelcome({
      groupId: group.id,
      groupName: name,
      addedByName: personName,
      isShared: true,
    }),
    sharingChanged: sharingChanged({ group, isShared: true }),
    deleteGroupConfirmation: deleteGroupConfirmation(group, 500),
    athleteInvited: athleteInvited({ invitation: {} as never, name: personName, group }),
    invitationReceived: invitationReceived(invitation),
    'invitationReceived without a group': invitationReceived({
      ...invitation,
      groupName: null,
      groupDescription: null,

      plan: null,
    }),
    'unknown command': unknownCommand(long(base, 4_000), null, COMMANDS),
    'unknown command with a suggestion': unknownCommand(long(base, 4_000), 'group list', COMMANDS),
    'help on nothing known': commandHelp(COMMANDS, long(base, 4_000)),
    misused: commandMisused(COMMANDS[0] as (typeof COMMANDS)[number], personName),
  }
  for (const answer of INVITATION_ANSWERS) {
    messages[`invitationClosed by ${answer}`] = invitationClosed(invitation, answer)
  }
  for (const state of INVITATION_STATES) {
    messages[`invitationClosed as ${state}`] = invitationClosed({ ...invitation, state }, null)
    messages[`invitationResult ${state}`] = invitationResult({ ...invitation, state })
  }
  for (const action of ['group.edited', 'group.members-added', 'group.created', 'sharing.changed'] as const) {
    messages[`audit of ${action}`] = auditPage(audit(action), reader)
  }

  it.each(Object.entries(messages))('%s fits, and pings nobody', (_name, message) => {
    expect(checkedMessage(message)).toEqual([])
    expectNoPing(message)
  })

  const week = {
    today: localDay('2026-11-20'),
    from: localDay('2026-11-16'),
    zone: zone('Europe/Oslo'),
    runs: Array.from({ length: 100 }, (_, n) => ({
      activityId: `${n}`,
      name: personName,
      localOn: localDay('2026-11-18'),
      distanceCm: n % 2 ? 1_000_000 : null,
      durationMs: 3_000_000,
    })),
    distanceCm: 5e8,
    durationMs: 3e8,
    groups: Array.from({ length: 200 }, (_, n) => ({ group, isShared: n % 2 === 0 })),
  }
  const club = {
    zone: zone('Europe/Oslo'),
    totalAthletes: 500,
    unassignedCount: 1,
    activeThisWeek: 400,
    openRequests: 12,
    groups: Array.from({ length: 200 }, () => ({ group, members: 500 })),
    pending: Array.from({ length: 300 }, () => ({ name: personName, groupName: name, sentAt: TEST_NOW })),
    nextPosts: Array.from({ length: 50 }, (_, n) => ({
      groupName: name,
      channelId: 'C0TRACK',
      dueAt: n % 2 ? TEST_NOW : null,
      state: n % 2 ? ('active' as const) : ('paused' as const),
    })),
  }
  const member0: Extract<HomeCard, { kind: 'member' }> = {
    kind: 'member',
    clubName: personName,
    isDemo: true,
    displayName: personName,
    roles: new Set(['head-coach', 'athlete']),
    isSuspended: true,
    privacy: DEFAULT_SWITCHES,
    club,
    week,
  }
  const views: Record<string, ModalView | HomeView> = {
    'home of a coach who runs': home(member0),
    'home of nobody’s': home({ ...member0, club: null, week: null }),
    'home of an empty club': home({
      ...member0,
      club: { ...club, groups: [], pending: [], nextPosts: [] },
      week: { ...week, runs: [], groups: [] },
    }),
    'home of a stranger': home({ kind: 'stranger', clubName: personName, headCoachName: personName }),
    'home before the claim': home({ kind: 'stranger', clubName: null, headCoachName: null }),
    groupEditedModal: groupEditedModal(group),
    groupCreatedModal: groupCreatedModal(group),
    editGroupForm: editGroupForm(card(3)),
    inviteForm: inviteForm(
      Array.from({ length: 200 }, (_, n) => ({ ...group, name: `${n}${name}`.slice(0, 60) })),
      true,
    ),
    modalView: modalView({ callbackId: 'x', title: personName, submit: personName, blocks: [] }),
  }

  it.each(Object.entries(views).filter(([view]) => view !== 'modalView'))(
    '%s fits, and pings nobody',
    (_name, view) => {
      expect(checkedView(view)).toEqual([])
      expectNoPing(view)
    },
  )

  it('a modal’s title and buttons are cut to their limits', () => {
    expect(checkedView(views.modalView as ModalView)).toEqual([
      expect.stringContaining('json-pointer:/blocks'),
    ])
  })
})

describe('views without names', () => {
  it.each([
    ['menu', menu({ runs: true, coaches: true, isMember: true })],
    ['help', commandHelp(COMMANDS, '')],
    ...[...new Set(COMMANDS.map(command => command.name.split(' ')[0] ?? ''))].map(
      topic => [`help ${topic}`, commandHelp(COMMANDS, topic)] as const,
    ),
    ['claimed', clubClaimed({ name: 'Club' } as never)],
  ] as const)('%s fits', (_name, message) => {
    expect(checkedMessage(message)).toEqual([])
  })

  it('offer an empty form for a group', () => {
    expect(checkedView(createGroupForm({ accountId: 'a', name: 'Mara' }))).toEqual([])
  })
})

describe('a long list', () => {
  const members = Array.from({ length: 500 }, (_, n) => ({
    accountId: `${n}` as AccountId,
    slackUserId: `U${n}`,
    displayName: `Athlete ${n}`,
    status: n === 499 ? 'inactive' : 'active',
    isShared: true,
  }))
  const card = {
    group: { name: 'Track', channelId: null },
    ownerName: 'Mara',
    members,
    mayEdit: true,
    ownSharing: null,
    standing: { kind: 'none' },
    openRequests: 0,
  }

  it('says how many are not named, and counts those who are active', () => {
    for (const { text } of [groupMembers(card as never), groupCard(card as never)]) {
      expect(text).toContain('499 members')
      const named = text.match(/Athlete \d+/g)?.length ?? 0
      expect(text).toContain(`${500 - named} more`)
    }
  })
})

/** Nothing in a view's mrkdwn or top-level text that would notify anybody. */
function expectNoPing(view: Message | ModalView | HomeView): void {
  const found: string[] = []
  const walk = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return
    const object = value as Record<string, unknown>
    if (object.type === 'mrkdwn') found.push(String(object.text))
    for (const each of Object.values(object)) walk(each)
  }
  walk(view)
  if ('text' in view) found.push(view.text)
  for (const text of found) expect(text.replaceAll(/<#C0TRACK>/g, '')).not.toMatch(/[<>]/)
}
