import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Group } from '#domain/group/group.ts'
import type { JoinQuestion } from '#domain/plan/template/join-question.ts'
import { parsePlan } from '#domain/plan/template/parse-plan.ts'
import { DAY_MS, instant, type LocalDay, localDay } from '#kernel/instant.ts'
import { insertAssignment } from '#store/coach-store.ts'
import { addMembers } from '#usecases/group/add-members.ts'
import { answerJoinRequest } from '#usecases/group/answer-join-request.ts'
import { askToJoin } from '#usecases/group/ask-to-join.ts'
import { createGroup } from '#usecases/group/create-group.ts'
import { perform } from '#usecases/perform.ts'
import { assignPlan } from '#usecases/plan/assign-plan.ts'
import { createPlan } from '#usecases/plan/create-plan.ts'
import { changePlanWeeks } from '#usecases/plan/edit-plan.ts'
import { joinGroupPlan } from '#usecases/plan/join-group-plan.ts'
import { changeMany } from '#usecases/roster/change-many.ts'
import { manyChangedModal } from '#views/bulk-form.ts'
import { checkedView } from '../fixtures/checked-view.ts'
import { joinClub, putInGroup, setStatus, type TestClub, testClub } from '../fixtures/test-club.ts'
import { by, TEST_NOW, type TestEngine, testEngine } from '../fixtures/test-engine.ts'
import { wholeDatabase } from '../fixtures/whole-database.ts'

/** The group is on `Base` since Monday 23 November; today is Thursday 3 December, the fourth day of week 2. */
describe('whoever comes into a group that is on a plan', () => {
  let engine: TestEngine
  let club: TestClub
  let track: Group
  const LATER = instant(TEST_NOW + 13 * DAY_MS)

  beforeEach(async () => {
    engine = await testEngine()
    club = await testClub(engine)
    const made = await perform(engine, by('UHEAD'), createGroup, {
      name: 'Track',
      description: '',
      privacy: 'public',
    })
    if (!made.ok) throw new Error(made.refusal.code)
    track = made.value
    await putInGroup(engine, club, track.id, club.accounts.UANA)
  })
  afterEach(() => engine.close())

  async function onPlan(
    start: { kind: 'start' | 'race'; on: LocalDay } = { kind: 'start', on: localDay('2026-11-23') },
  ) {
    const weeks = parsePlan('Week 1\nMon 8km easy\nWeek 2\nMon 9km easy\nWeek 3\nSun 10km easy')
    if (!weeks.ok) throw new Error(weeks.refusal.code)
    const plan = { title: 'Base', level: 'basic', visibility: 'public', weeks: weeks.value } as const
    const made = await perform(engine, by('UHEAD'), createPlan, plan)
    if (!made.ok) throw new Error(made.refusal.code)
    const { id: planId, versionId: seenVersionId } = made.value.plan
    const input = { planId, seenVersionId, athletes: [], groupId: track.id, start, onConflict: null }
    const done = await perform(engine, by('UHEAD'), assignPlan, input)
    if (!done.ok) throw new Error(done.refusal.code)
    return planId
  }
  async function added(ids: string[], who = 'UHEAD'): Promise<JoinQuestion | null> {
    engine.setNow(LATER)
    const change = { level: '', addLabels: '', removeLabels: '', groupId: track.id, coachId: null }
    const done = await perform(engine, by(who), changeMany, { accountIds: ids, filters: null, change })
    if (!done.ok) throw new Error(done.refusal.code)
    expect(checkedView(manyChangedModal(done.value))).toEqual([])
    return done.value.joining
  }
  const press = (question: JoinQuestion | null, way: 'week' | 'start', who = 'UHEAD') => {
    const [plan] = question?.plans ?? []
    if (!question || !plan) throw new Error('nothing was asked')
    const { groupId, joinedAt } = question
    const { planId, startOn } = plan
    return perform(engine, by(who), joinGroupPlan, { groupId, planId, startOn, joinedAt, way })
  }
  const enrollments = () =>
    engine.db
      .selectFrom('enrollments as e')
      .innerJoin('accounts as a', 'a.id', 'e.account_id')
      .select([
        'a.display_name as name',
        'e.start_on',
        'e.first_on',
        'e.last_on',
        'e.race_on',
        'e.version_id',
      ])
      .orderBy('e.id')
      .execute()

  it('is on it only when the coach says so: at the week of the others, in their version, all at once', async () => {
    await onPlan()
    await perform(engine, by('UHEAD'), changePlanWeeks, {
      which: { title: 'Base' },
      change: { kind: 'copy', from: 1, to: 4 },
    })
    const cleo = await joinClub(engine, club, 'UCLEO', 'Cleo')
    const question = await added([club.accounts.UBEN, cleo])
    expect(question).toMatchObject({
      groupName: 'Track',
      plans: [{ title: 'Base', week: 2, weeks: 3, hasRace: false, names: ['Ben', 'Cleo'] }],
    })
    expect(await enrollments()).toHaveLength(1)
    expect(await press(question, 'week')).toMatchObject({
      value: { names: ['Ben', 'Cleo'], alsoElsewhere: [], firstOn: '2026-12-03' },
    })
    const all = await enrollments()
    expect(all.slice(1)).toMatchObject([
      { name: 'Ben', start_on: '2026-11-23', first_on: '2026-12-03', last_on: '2026-12-13' },
      { name: 'Cleo', start_on: '2026-11-23', first_on: '2026-12-03', last_on: '2026-12-13' },
    ])
    expect(new Set(all.map(each => each.version_id)).size).toBe(1)
    const told = await engine.db
      .selectFrom('outbox')
      .select('recipient')
      .where('kind', '=', 'plan-change')
      .execute()
    expect(told.map(row => row.recipient).sort()).toEqual(['UANA', 'UBEN', 'UCLEO'])
  })

  it('starts at week 1 on the next Monday where that was chosen', async () => {
    await onPlan()
    const question = await added([club.accounts.UBEN])
    await press(question, 'start')
    expect((await enrollments())[1]).toMatchObject({ start_on: '2026-12-07', first_on: '2026-12-07' })
  })

  it('is put on it once, however often and in whichever way it is pressed, and nothing is written', async () => {
    await onPlan()
    const question = await added([club.accounts.UBEN])
    await Promise.all([press(question, 'week'), press(question, 'start')])
    const before = await wholeDatabase(engine)
    expect(await press(question, 'week')).toMatchObject({ refusal: { code: 'plan-join-done' } })
    expect(await wholeDatabase(engine)).toEqual(before)
    expect(await enrollments()).toHaveLength(2)
  })

  it('is only those who came then and are there still', async () => {
    await onPlan()
    const cleo = await joinClub(engine, club, 'UCLEO', 'Cleo')
    const question = await added([club.accounts.UBEN, cleo])
    await setStatus(engine, cleo, 'suspended')
    expect(await press(question, 'week')).toMatchObject({ value: { names: ['Ben'] } })
  })

  it('has no week 1 left to start with in a plan that counts back from a race', async () => {
    await onPlan({ kind: 'race', on: localDay('2026-12-13') })
    const question = await added([club.accounts.UBEN])
    expect(question?.plans).toMatchObject([{ hasRace: true, week: 2 }])
    await press(question, 'week')
    expect((await enrollments())[1]).toMatchObject({ race_on: '2026-12-13' })
  })

  it('is given to an assistant coach’s own athletes alone, and nothing is written otherwise', async () => {
    await onPlan()
    const question = await added([club.accounts.UBEN], 'UASSIST')
    const before = await wholeDatabase(engine)
    expect(await press(question, 'week', 'UASSIST')).toMatchObject({
      refusal: { code: 'not-your-athletes', names: ['Ben'] },
    })
    expect(await press(question, 'week', 'UANA')).toMatchObject({ refusal: { code: 'not-a-coach' } })
    expect(await wholeDatabase(engine)).toEqual(before)
    const pair = { coachId: club.accounts.UASSIST, athleteId: club.accounts.UBEN }
    await engine.db
      .transaction()
      .execute(tx =>
        insertAssignment(tx, engine.newId, { organizationId: club.organizationId, ...pair }, LATER),
      )
    expect(await press(question, 'week', 'UASSIST')).toMatchObject({ ok: true })
  })

  it('is asked about too when the coach lets in somebody who asked to join', async () => {
    await onPlan()
    engine.setNow(LATER)
    await perform(engine, by('UBEN'), askToJoin, { groupId: track.id })
    const request = await engine.db.selectFrom('group_requests').select('id').executeTakeFirstOrThrow()
    const answered = await perform(engine, by('UHEAD'), answerJoinRequest, {
      requestId: request.id,
      answer: 'approved',
    })
    expect(answered).toMatchObject({ value: { joining: { plans: [{ title: 'Base', names: ['Ben'] }] } } })
  })

  it('raises no question where no plan runs', async () => {
    expect(await added([club.accounts.UBEN])).toBeNull()
  })

  it('is not asked about a plan that is over for the group and goes on for somebody who paused it', async () => {
    await onPlan()
    await engine.db
      .updateTable('enrollments')
      .set({ last_on: '2026-12-27', shifts_json: '[{"fromDay":7,"days":14}]' })
      .execute()
    engine.setNow(LATER)
    const question = await added([club.accounts.UBEN])
    engine.setNow(instant(LATER + 14 * DAY_MS))
    const before = await wholeDatabase(engine)
    expect(await press(question, 'week')).toMatchObject({ refusal: { code: 'plan-gone' } })
    expect(await wholeDatabase(engine)).toEqual(before)
    await joinClub(engine, club, 'UCLEO', 'Cleo')
    const people = [{ slackUserId: 'UCLEO', name: 'Cleo' }]
    const later = await perform(engine, by('UHEAD'), addMembers, { groupName: 'Track', people })
    expect(later).toMatchObject({ value: { joining: null } })
  })
})
