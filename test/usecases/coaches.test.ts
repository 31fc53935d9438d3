import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { MemberStatus } from '#domain/organization/role.ts'
import type { AccountId } from '#kernel/ids.ts'
import { isAssigned, listAssignedAthletes, listCoaches } from '#store/coach-store.ts'
import { findGroup } from '#store/group-store.ts'
import { findClubMember } from '#store/role-store.ts'
import { ask } from '#usecases/ask.ts'
import { createGroup } from '#usecases/group/create-group.ts'
import { addCoach } from '#usecases/organization/add-coach.ts'
import { assignAthletes } from '#usecases/organization/assign-athletes.ts'
import { listCare } from '#usecases/organization/list-care.ts'
import { listCoachesFor } from '#usecases/organization/list-coaches-for.ts'
import { removeCoach } from '#usecases/organization/remove-coach.ts'
import { removeMemberFromClub } from '#usecases/organization/remove-member-from-club.ts'
import { setMemberStatus } from '#usecases/organization/set-member-status.ts'
import { takeOverPerson } from '#usecases/organization/take-over-person.ts'
import { perform } from '#usecases/perform.ts'
import { joinClub, putInGroup, setStatus, type TestClub, testClub } from '../fixtures/test-club.ts'
import { by, TEST_TEAM, type TestEngine, testEngine } from '../fixtures/test-engine.ts'
import { person } from '../fixtures/test-people.ts'
import { wholeDatabase } from '../fixtures/whole-database.ts'

let engine: TestEngine
let club: TestClub

beforeEach(async () => {
  engine = await testEngine()
  club = await testClub(engine)
})
afterEach(() => engine.close())

const assign = (as: string, athletes: string[], isAssigned = true, coach = 'UASSIST') =>
  perform(engine, by(as), assignAthletes, {
    coach: { slackUserId: coach, name: coach },
    athletes: athletes.map(slackUserId => ({ slackUserId, name: slackUserId })),
    group: null,
    isAssigned,
  })
const status = (as: string, member: string, to: MemberStatus) =>
  perform(engine, by(as), setMemberStatus, { member: { slackUserId: member, name: member }, status: to })
const remove = (as: string, member: string) =>
  perform(engine, by(as), removeMemberFromClub, { member: { slackUserId: member, name: member } })
const rolesOf = async (slackUserId: string) =>
  [...((await findClubMember(engine.db, club.organizationId, { slackUserId }))?.roles ?? [])].sort()
const told = async () =>
  (await engine.db.selectFrom('outbox').select(['kind', 'recipient']).orderBy('id').execute()).map(
    row => `${row.kind} to ${row.recipient}`,
  )
const audited = async () =>
  (await engine.db.selectFrom('audit_entries').select('action').orderBy('seq').execute()).map(
    row => row.action,
  )
const codeOf = (result: { ok: boolean; refusal?: { code: string } }) =>
  result.ok ? 'yes' : result.refusal?.code

async function expectNothingWritten(attempt: () => Promise<unknown>): Promise<void> {
  const before = await wholeDatabase(engine)
  await attempt()
  expect(await wholeDatabase(engine)).toEqual(before)
}

describe('adding a coach', () => {
  const add = (as: string, whom: string) =>
    perform(engine, by(as), addCoach, { slackUserId: whom, name: whom })

  it('gives the role beside that of the athlete, tells them and writes it down', async () => {
    expect(await add('UHEAD', 'UANA')).toMatchObject({ ok: true, value: { name: 'Ana', isAthlete: true } })
    expect(await rolesOf('UANA')).toEqual(['assistant-coach', 'athlete'])
    expect(await told()).toEqual(['coach-role to UANA'])
    expect(await audited()).toEqual(['coach.added'])
  })

  it.each([
    ['UASSIST', 'UANA', 'not-the-head-coach'],
    ['UANA', 'UBEN', 'not-the-head-coach'],
    ['USTRANGER', 'UBEN', 'not-a-member'],
    ['UHEAD', 'USTRANGER', 'coach-not-in-club'],
    ['UHEAD', 'UASSIST', 'coach-already'],
    ['UHEAD', 'UHEAD', 'coach-already'],
  ])('%s may not add %s: %s, and nothing is written', async (as, whom, code) => {
    await expectNothingWritten(async () => expect(codeOf(await add(as, whom))).toBe(code))
  })

  it('refuses somebody suspended', async () => {
    await setStatus(engine, club.accounts.UANA, 'suspended')
    expect(codeOf(await add('UHEAD', 'UANA'))).toBe('coach-suspended')
  })
})

describe('removing a coach', () => {
  const removeRole = (as: string, whom: string) =>
    perform(engine, by(as), removeCoach, { slackUserId: whom, name: whom })

  it('ends their assignments and, of somebody who was only a coach, the membership', async () => {
    await assign('UHEAD', ['UANA', 'UBEN'])
    expect(await removeRole('UHEAD', 'UASSIST')).toMatchObject({
      value: { name: 'Coach Ivo', athletes: 2, isStillMember: false },
    })
    expect(await findClubMember(engine.db, club.organizationId, { slackUserId: 'UASSIST' })).toBeUndefined()
    expect(await listAssignedAthletes(engine.db, club.organizationId, club.accounts.UASSIST)).toEqual([])
  })

  it('leaves an athlete an athlete', async () => {
    await perform(engine, by('UHEAD'), addCoach, { slackUserId: 'UANA', name: 'Ana' })
    expect(await removeRole('UHEAD', 'UANA')).toMatchObject({ value: { isStillMember: true } })
    expect(await rolesOf('UANA')).toEqual(['athlete'])
    expect(await told()).toEqual(['coach-role to UANA', 'coach-role to UANA'])
  })

  it.each([
    ['UASSIST', 'UASSIST', 'not-the-head-coach'],
    ['UHEAD', 'UHEAD', 'head-coach-stays'],
    ['UHEAD', 'UANA', 'not-a-coach-of-the-club'],
    ['UHEAD', 'USTRANGER', 'not-a-coach-of-the-club'],
  ])('%s may not remove %s: %s, and nothing is written', async (as, whom, code) => {
    await expectNothingWritten(async () => expect(codeOf(await removeRole(as, whom))).toBe(code))
  })
})

describe('assigning athletes', () => {
  it('puts many into a coach’s care with an entry each and one message to the coach', async () => {
    expect(await assign('UHEAD', ['UANA', 'UBEN'])).toMatchObject({
      value: { coachName: 'Coach Ivo', changed: ['Ana', 'Ben'], unchanged: [] },
    })
    expect(await isAssigned(engine.db, club.organizationId, club.accounts.UASSIST, club.accounts.UANA)).toBe(
      true,
    )
    expect(await audited()).toEqual(['coach.athlete-assigned', 'coach.athlete-assigned'])
    expect(await told()).toEqual(['coach-assignments to UASSIST'])
    const visible = await engine.db.selectFrom('audit_entries').select('is_visible_to_subject').execute()
    expect(visible).toEqual([{ is_visible_to_subject: 0 }, { is_visible_to_subject: 0 }])
    expect(await listCoaches(engine.db, club.organizationId)).toMatchObject([
      { displayName: 'Coach Mara', isHeadCoach: true, athletes: 0 },
      { displayName: 'Coach Ivo', isHeadCoach: false, athletes: 2 },
    ])
  })

  it('says who was there already, and refuses when everybody was', async () => {
    await assign('UHEAD', ['UANA'])
    expect(await assign('UHEAD', ['UANA', 'UBEN'])).toMatchObject({
      value: { changed: ['Ben'], unchanged: ['Ana'] },
    })
    expect(codeOf(await assign('UHEAD', ['UANA', 'UBEN']))).toBe('assigned-already')
  })

  it('ends assignments, which can be made again', async () => {
    await assign('UHEAD', ['UANA'])
    expect(await assign('UHEAD', ['UANA'], false)).toMatchObject({ value: { changed: ['Ana'] } })
    expect(codeOf(await assign('UHEAD', ['UANA'], false))).toBe('none-assigned')
    expect(codeOf(await assign('UHEAD', ['UANA']))).toBe('yes')
  })

  it('takes a whole group, its athletes only and not the coach themself', async () => {
    const made = await perform(engine, by('UHEAD'), createGroup, {
      name: 'Track',
      description: '',
      privacy: 'public',
    })
    if (!made.ok) throw new Error('no group')
    const runningCoach = await joinClub(engine, club, 'URUN', 'Runa', ['assistant-coach', 'athlete'])
    const onlyCoach = await joinClub(engine, club, 'UONLY', 'Olav', ['assistant-coach'])
    for (const id of [club.accounts.UANA, runningCoach, onlyCoach]) {
      await putInGroup(engine, club, made.value.id, id)
    }
    const assigned = await perform(engine, by('UHEAD'), assignAthletes, {
      coach: { accountId: runningCoach },
      athletes: [],
      group: { groupName: 'track' },
      isAssigned: true,
    })
    expect(assigned).toMatchObject({ value: { coachName: 'Runa', changed: ['Ana'] } })
  })

  it.each([
    ['UASSIST', ['UANA'], 'UASSIST', 'not-the-head-coach'],
    ['UANA', ['UBEN'], 'UASSIST', 'not-the-head-coach'],
    ['UHEAD', ['UANA', 'USTRANGER'], 'UASSIST', 'person-not-in-club'],
    ['UHEAD', ['UASSIST'], 'UHEAD', 'not-an-athlete-of-the-club'],
    ['UHEAD', ['UANA'], 'UBEN', 'not-a-coach-of-the-club'],
    ['UHEAD', [], 'UASSIST', 'nobody-named'],
  ])('%s may not assign %s to %s: %s, and nothing is written', async (as, athletes, coach, code) => {
    await expectNothingWritten(async () => expect(codeOf(await assign(as, athletes, true, coach))).toBe(code))
  })

  it('shows each coach as much as they may know', async () => {
    await assign('UHEAD', ['UANA'])
    await assign('UHEAD', ['UBEN'], true, 'UHEAD')
    const namesFor = async (as: string) => {
      const list = await ask(engine, by(as).who, listCoachesFor, {})
      return list.ok ? list.value.coaches.map(coach => coach.athleteNames) : list.refusal.code
    }
    expect(await namesFor('UHEAD')).toEqual([['Ben'], ['Ana']])
    expect(await namesFor('UASSIST')).toEqual([null, ['Ana']])
    expect(await namesFor('UANA')).toBe('not-a-coach')
    const care = (as: string, coach: string | null) =>
      ask(engine, by(as).who, listCare, {
        coach: coach === null ? null : { slackUserId: coach, name: coach },
      })
    expect(await care('UASSIST', null)).toMatchObject({
      value: { isOwn: true, athletes: [{ displayName: 'Ana' }] },
    })
    expect(await care('UHEAD', 'UASSIST')).toMatchObject({ value: { isOwn: false } })
    expect(codeOf(await care('UASSIST', 'UHEAD'))).toBe('not-the-head-coach')
    expect(codeOf(await care('UANA', null))).toBe('not-a-coach')
  })
})

describe('the groups of somebody who leaves', () => {
  it('pass to the head coach, so that each has an owner in the club', async () => {
    const made = await perform(engine, by('UASSIST'), createGroup, {
      name: 'Track',
      description: '',
      privacy: 'public',
    })
    if (!made.ok) throw new Error('no group')
    expect(codeOf(await remove('UHEAD', 'UASSIST'))).toBe('yes')
    const group = await findGroup(engine.db, club.organizationId, made.value.id)
    expect(group).toMatchObject({ ownerId: club.accounts.UHEAD, version: 2 })
    expect(await audited()).toEqual(['group.created', 'member.removed', 'group.edited'])
  })
})

describe('a member’s status', () => {
  it('is changed by the head coach for everybody, by an assistant coach for their athletes', async () => {
    expect(codeOf(await status('UASSIST', 'UANA', 'inactive'))).toBe('not-your-athlete')
    await assign('UHEAD', ['UANA'])
    expect(await status('UASSIST', 'UANA', 'inactive')).toMatchObject({
      value: { name: 'Ana', before: 'active', status: 'inactive' },
    })
    expect(codeOf(await status('UHEAD', 'UBEN', 'suspended'))).toBe('yes')
    expect(await told()).toEqual([
      'coach-assignments to UASSIST',
      'member-status to UANA',
      'member-status to UBEN',
    ])
  })

  it.each([
    ['UANA', 'UBEN', 'not-a-coach'],
    ['UASSIST', 'UHEAD', 'not-the-head-coach'],
    ['UHEAD', 'UHEAD', 'own-status'],
    ['UHEAD', 'USTRANGER', 'person-not-in-club'],
  ])('%s may not suspend %s: %s, and nothing is written', async (as, whom, code) => {
    await expectNothingWritten(async () => expect(codeOf(await status(as, whom, 'suspended'))).toBe(code))
  })

  it('is refused when it is so already', async () => {
    await expectNothingWritten(async () =>
      expect(codeOf(await status('UHEAD', 'UANA', 'active'))).toBe('status-already'),
    )
  })
})

describe('removing somebody from the club', () => {
  it('ends membership, groups and assignments, keeps account and record, and tells them', async () => {
    const made = await perform(engine, by('UASSIST'), createGroup, {
      name: 'Track',
      description: '',
      privacy: 'public',
    })
    if (!made.ok) throw new Error('no group')
    await putInGroup(engine, club, made.value.id, club.accounts.UANA)
    await assign('UHEAD', ['UANA'])
    expect(await remove('UHEAD', 'UANA')).toMatchObject({ value: { name: 'Ana', groups: 1 } })
    const open = await engine.db
      .selectFrom('group_memberships')
      .selectAll()
      .where('left_at', 'is', null)
      .execute()
    expect(open).toEqual([])
    expect(await listAssignedAthletes(engine.db, club.organizationId, club.accounts.UASSIST)).toEqual([])
    expect(
      await engine.db.selectFrom('accounts').select('id').where('id', '=', club.accounts.UANA).execute(),
    ).toHaveLength(1)
    expect((await told()).at(-1)).toBe('member-removed to UANA')
    expect((await audited()).at(-1)).toBe('member.removed')
  })

  it.each([
    ['UASSIST', 'UANA', 'not-the-head-coach'],
    ['UANA', 'UANA', 'not-the-head-coach'],
    ['UHEAD', 'UHEAD', 'head-coach-stays'],
    ['UHEAD', 'USTRANGER', 'person-not-in-club'],
  ])('%s may not remove %s: %s, and nothing is written', async (as, whom, code) => {
    await expectNothingWritten(async () => expect(codeOf(await remove(as, whom))).toBe(code))
  })
})

describe('what Slack says of a person', () => {
  const hear = (given: Parameters<typeof person>[2], name = 'Ana', whom = 'UANA') =>
    perform(
      engine,
      { who: { kind: 'system', organizationId: club.organizationId }, surface: 'slack' },
      takeOverPerson,
      { slackTeamId: TEST_TEAM, person: person(whom, name, given) },
    )
  const ana = () => memberOf(club.accounts.UANA)
  const memberOf = (accountId: AccountId) => findClubMember(engine.db, club.organizationId, { accountId })

  it('takes over name and zone without a word in the audit', async () => {
    await hear({ zone: 'Asia/Tokyo' }, 'Ana B.')
    expect(await ana()).toMatchObject({ displayName: 'Ana B.', status: 'active' })
    const account = await engine.db
      .selectFrom('accounts')
      .select('zone')
      .where('id', '=', club.accounts.UANA)
      .executeTakeFirstOrThrow()
    expect(account.zone).toBe('Asia/Tokyo')
    expect(await audited()).toEqual([])
  })

  it('makes a member inactive with a closed account and active again with it, recorded and told to nobody', async () => {
    await hear({ isDeactivated: true, zone: 'UTC' })
    expect(await ana()).toMatchObject({ status: 'inactive', isDeactivated: true })
    expect(codeOf(await status('UHEAD', 'UANA', 'active'))).toBe('member-deactivated')
    await hear({ isDeactivated: true })
    await hear({})
    expect(await ana()).toMatchObject({ status: 'active', isDeactivated: false, deactivatedAt: null })
    expect(await audited()).toEqual(['member.status-changed', 'member.status-changed'])
    expect(await told()).toEqual([])
  })

  it('leaves whom a coach made inactive or suspended as they were', async () => {
    await setStatus(engine, club.accounts.UANA, 'suspended')
    await setStatus(engine, club.accounts.UBEN, 'inactive')
    for (const isDeactivated of [true, false]) {
      await hear({ isDeactivated })
      await hear({ isDeactivated }, 'Ben', 'UBEN')
    }
    expect((await ana())?.status).toBe('suspended')
    expect((await memberOf(club.accounts.UBEN))?.status).toBe('inactive')
  })

  it('keeps nothing of people whom Astral does not know', async () => {
    await expectNothingWritten(() => hear({}, 'Somebody', 'UNOBODY'))
  })
})
