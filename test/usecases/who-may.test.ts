import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Group } from '#domain/group/group.ts'
import type { SlackTeamId, SlackUserId } from '#kernel/ids.ts'
import { insertJoinRequest } from '#store/group-request-store.ts'
import { ask } from '#usecases/ask.ts'
import { listAudit } from '#usecases/audit/list-audit.ts'
import { addMembers } from '#usecases/group/add-members.ts'
import { answerJoinRequest } from '#usecases/group/answer-join-request.ts'
import { askToJoin } from '#usecases/group/ask-to-join.ts'
import { createGroup } from '#usecases/group/create-group.ts'
import { deleteGroup } from '#usecases/group/delete-group.ts'
import { editGroup } from '#usecases/group/edit-group.ts'
import { leaveGroup } from '#usecases/group/leave-group.ts'
import { listGroupsFor } from '#usecases/group/list-groups.ts'
import { listJoinRequests } from '#usecases/group/list-join-requests.ts'
import { removeMember } from '#usecases/group/remove-member.ts'
import { setGroupSharing } from '#usecases/group/set-group-sharing.ts'
import { showGroup } from '#usecases/group/show-group.ts'
import { inviteAthlete } from '#usecases/invitation/invite-athlete.ts'
import { type Deed, perform } from '#usecases/perform.ts'
import { joinClub, putInGroup, setStatus, type TestClub, testClub } from '../fixtures/test-club.ts'
import { by, TEST_NOW, type TestEngine, testEngine } from '../fixtures/test-engine.ts'
import { person } from '../fixtures/test-people.ts'
import { wholeDatabase } from '../fixtures/whole-database.ts'

/**
 * The people: head coach, assistant coach, the athlete who owns the private group, one who is a member of it, one
 * who has nothing to do with it, an inactive and a suspended member of it, a suspended coach, somebody of the workspace
 * outside the club, and somebody of another workspace.
 */
const PEOPLE = [
  'head',
  'assistant',
  'owner',
  'member',
  'athlete',
  'inactive',
  'suspended',
  'suspendedCoach',
  'stranger',
  'foreigner',
] as const
type Person = (typeof PEOPLE)[number]

const NO = {
  coach: 'not-a-coach',
  member: 'not-a-member',
  suspended: 'suspended',
  owner: 'not-the-group-owner',
  gone: 'group-gone',
  unknown: 'group-unknown',
  notIn: 'not-in-group',
  notThere: 'not-in-this-group',
  athlete: 'not-an-athlete',
  already: 'in-group-already',
} as const

/** One cell, one test: `yes`, or the code of the refusal. The group is private. */
const MATRIX: Record<string, Record<Person, string>> = {
  create: cells('yes', 'yes', NO.coach, NO.coach, NO.coach, NO.coach, NO.suspended, NO.suspended),
  edit: cells('yes', 'yes', 'yes', NO.owner, NO.gone, NO.owner, NO.suspended, NO.suspended),
  delete: cells('yes', 'yes', 'yes', NO.owner, NO.gone, NO.owner, NO.suspended, NO.suspended),
  add: cells('yes', 'yes', 'yes', NO.owner, NO.unknown, NO.owner, NO.suspended, NO.suspended),
  remove: cells('yes', 'yes', 'yes', NO.owner, NO.unknown, NO.owner, NO.suspended, NO.suspended),
  show: cells('yes', 'yes', 'yes', 'yes', NO.unknown, 'yes', NO.suspended, NO.suspended),
  list: cells('yes', 'yes', 'yes', 'yes', 'yes', 'yes', NO.suspended, NO.suspended),
  join: cells(NO.athlete, NO.athlete, 'yes', NO.already, NO.gone, NO.already, NO.suspended, NO.suspended),
  leave: cells(NO.notThere, NO.notThere, NO.notThere, 'yes', NO.gone, 'yes', 'yes', NO.notThere),
  answer: cells('yes', 'yes', 'yes', NO.owner, NO.gone, NO.owner, NO.suspended, NO.suspended),
  requests: cells('yes', 'yes', 'yes', 'yes', 'yes', 'yes', NO.suspended, NO.suspended),
  share: cells(NO.notIn, NO.notIn, NO.notIn, 'yes', NO.gone, 'yes', NO.suspended, NO.suspended),
  keepPrivate: cells(NO.notIn, NO.notIn, NO.notIn, 'yes', NO.gone, 'yes', 'yes', NO.notIn),
  invite: cells('yes', 'yes', NO.coach, NO.coach, NO.coach, NO.coach, NO.suspended, NO.suspended),
  audit: cells('yes', 'yes', 'yes', 'yes', 'yes', 'yes', 'yes', 'yes'),
}

describe.each(Object.entries(MATRIX))('%s', (verb, row) => {
  let engine: TestEngine
  let club: TestClub
  let group: Group

  beforeEach(async () => {
    engine = await testEngine()
    club = await testClub(engine)
    const made = await perform(engine, by('UHEAD'), createGroup, {
      name: 'Tuesday Track',
      description: '',
      privacy: 'private',
    })
    if (!made.ok) throw new Error('no group')
    group = made.value
    const owner = await joinClub(engine, club, 'UOWNER', 'Olga')
    await engine.db.updateTable('groups').set({ owner_id: owner }).execute()
    await putInGroup(engine, club, group.id, club.accounts.UANA, false)
    const inactive = await joinClub(engine, club, 'UINACTIVE', 'Ines')
    const suspended = await joinClub(engine, club, 'USUSPENDED', 'Sven')
    await putInGroup(engine, club, group.id, inactive, false)
    await putInGroup(engine, club, group.id, suspended, true)
    await engine.db.transaction().execute(tx =>
      insertJoinRequest(tx, {
        id: 'request',
        organizationId: club.organizationId,
        groupId: group.id,
        accountId: club.accounts.UBEN,
        state: 'open',
        askedAt: TEST_NOW,
        answeredAt: null,
        answeredBy: null,
      }),
    )
    const coach = await joinClub(engine, club, 'USUSPENDEDCOACH', 'Cora', ['assistant-coach'])
    await setStatus(engine, inactive, 'inactive')
    await setStatus(engine, suspended, 'suspended')
    await setStatus(engine, coach, 'suspended')
  })
  afterEach(() => engine.close())

  it.each(Object.entries(row))('by %s: %s', async (who, expected) => {
    const before = await wholeDatabase(engine)
    const result = await attempt(verb, who as Person)
    expect(result.ok ? 'yes' : result.refusal.code).toBe(expected)
    const isQuestion = ['show', 'list', 'audit', 'requests'].includes(verb)
    const isSame = JSON.stringify(await wholeDatabase(engine)) === JSON.stringify(before)
    // `keepPrivate` of somebody who keeps it private already is granted and has nothing to write.
    const isNoChange = verb === 'keepPrivate' && ['member', 'inactive'].includes(who)
    expect(isSame).toBe(expected !== 'yes' || isQuestion || isNoChange)
  })

  async function attempt(verb: string, who: Person) {
    const deed = deedOf(who)
    const groupName = 'tuesday track'
    switch (verb) {
      case 'create':
        return perform(engine, deed, createGroup, { name: 'New', description: '', privacy: 'public' })
      case 'edit':
        return perform(engine, deed, editGroup, {
          groupId: group.id,
          change: { description: 'x' },
          seenVersion: 1,
        })
      case 'delete':
        return perform(engine, deed, deleteGroup, group.id)
      case 'add':
        return perform(engine, deed, addMembers, {
          groupName,
          people: [{ slackUserId: 'UBEN', name: 'Ben' }],
        })
      case 'remove':
        return perform(engine, deed, removeMember, { groupName, slackUserId: 'UANA', name: 'Ana' })
      case 'join':
        return perform(engine, deed, askToJoin, { groupId: group.id })
      case 'leave':
        return perform(engine, deed, leaveGroup, { groupId: group.id })
      case 'answer':
        return perform(engine, deed, answerJoinRequest, { requestId: 'request', answer: 'approved' })
      case 'requests':
        return ask(engine, deed.who, listJoinRequests, {})
      case 'share':
        return perform(engine, deed, setGroupSharing, { groupId: group.id, isShared: true })
      case 'keepPrivate':
        return perform(engine, deed, setGroupSharing, { groupId: group.id, isShared: false })
      case 'invite':
        return perform(engine, deed, inviteAthlete, { person: person('UNEW', 'New'), groupName: null })
      case 'show':
        return ask(engine, deed.who, showGroup, { groupName: groupName })
      case 'list':
        return ask(engine, deed.who, listGroupsFor, {})
      case 'audit':
        return ask(engine, deed.who, listAudit, { bySlackUser: null, kind: null, olderThan: null })
      default:
        throw new Error(`no such verb: ${verb}`)
    }
  }
})

function deedOf(who: Person): Deed {
  const userId = {
    head: 'UHEAD',
    assistant: 'UASSIST',
    owner: 'UOWNER',
    member: 'UANA',
    athlete: 'UBEN',
    inactive: 'UINACTIVE',
    suspended: 'USUSPENDED',
    suspendedCoach: 'USUSPENDEDCOACH',
    stranger: 'USTRANGER',
    // The same Slack id as the head coach's, in a workspace that is not the club's.
    foreigner: 'UHEAD',
  }[who]
  if (who !== 'foreigner') return by(userId)
  return {
    who: { kind: 'slack', teamId: 'T0OTHER' as SlackTeamId, userId: userId as SlackUserId },
    surface: 'command',
  }
}

/** A row in the order of `PEOPLE`; strangers and foreigners are not members unless said otherwise. */
function cells(...codes: string[]): Record<Person, string> {
  return Object.fromEntries(PEOPLE.map((who, index) => [who, codes[index] ?? NO.member])) as Record<
    Person,
    string
  >
}
