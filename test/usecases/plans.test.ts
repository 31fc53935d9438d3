import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addDays } from '#domain/calendar/local-day.ts'
import type { Group } from '#domain/group/group.ts'
import { parsePlan } from '#domain/plan/template/parse-plan.ts'
import type { PlanWeeks } from '#domain/plan/template/plan.ts'
import { type LocalDay, localDay } from '#kernel/instant.ts'
import { insertAssignment } from '#store/coach-store.ts'
import { listSessionsOf } from '#store/read/session-read.ts'
import { ask } from '#usecases/ask.ts'
import { createGroup } from '#usecases/group/create-group.ts'
import { perform } from '#usecases/perform.ts'
import { archivePlan } from '#usecases/plan/archive-plan.ts'
import { type AssignPlan, assignPlan } from '#usecases/plan/assign-plan.ts'
import { changeEnrollment } from '#usecases/plan/change-enrollment.ts'
import { createPlan } from '#usecases/plan/create-plan.ts'
import { duplicatePlan } from '#usecases/plan/duplicate-plan.ts'
import { changePlanWeeks, editPlan } from '#usecases/plan/edit-plan.ts'
import { loadExamples } from '#usecases/plan/load-examples.ts'
import { myPlanWeek } from '#usecases/plan/my-plan-week.ts'
import { previewAssignment } from '#usecases/plan/preview-assignment.ts'
import { listPlansFor, showPlan } from '#usecases/plan/show-plan.ts'
import { putInGroup, setStatus, type TestClub, testClub } from '../fixtures/test-club.ts'
import { by, TEST_NOW, type TestEngine, testEngine } from '../fixtures/test-engine.ts'
import { putRun } from '../fixtures/test-runs.ts'
import { wholeDatabase } from '../fixtures/whole-database.ts'

const FRIDAY = localDay('2026-11-20')
const MONDAY = localDay('2026-11-23')
const ANA = { slackUserId: 'UANA', name: 'Ana' }
const BEN = { slackUserId: 'UBEN', name: 'Ben' }

function weeksOf(text: string): PlanWeeks {
  const read = parsePlan(text)
  if (!read.ok) throw new Error(JSON.stringify(read.refusal))
  return read.value
}
const TWO_WEEKS = weeksOf(
  'Week 1\nMon 8km easy\nTue 5km easy\nTue 30min easy\nSun 14km easy\nWeek 2\nMon 9km easy\nSun 10km easy',
)

describe('plans', () => {
  let engine: TestEngine
  let club: TestClub
  beforeEach(async () => {
    engine = await testEngine()
    club = await testClub(engine)
  })
  afterEach(() => engine.close())

  async function plan(title = 'Base', weeks = TWO_WEEKS, visibility: 'public' | 'coaches' = 'public') {
    const made = await perform(engine, by('UHEAD'), createPlan, { title, level: 'basic', visibility, weeks })
    if (!made.ok) throw new Error(made.refusal.code)
    return made.value.plan
  }
  async function assigned(
    input: Partial<AssignPlan> & { planId: string; seenVersionId: string },
    who = 'UHEAD',
  ) {
    return perform(engine, by(who), assignPlan, {
      athletes: [ANA],
      groupId: null,
      start: { kind: 'start', on: MONDAY },
      onConflict: null,
      ...input,
    })
  }
  const sessions = async (from: LocalDay, to: LocalDay, who: 'UANA' | 'UBEN' = 'UANA') =>
    (await listSessionsOf(engine.db, club.organizationId, club.accounts[who], from, to)).map(
      session => `${session.on} ${session.text}`,
    )
  const enrolled = async () =>
    (await engine.db.selectFrom('enrollments').select(['account_id', 'state']).orderBy('id').execute()).length

  describe('as templates', () => {
    it('are written by coaches, one title once, and seen by athletes when they are public', async () => {
      await plan('Base')
      await plan('Secret', TWO_WEEKS, 'coaches')
      const before = await wholeDatabase(engine)
      const again = { title: ' base ', level: 'basic', visibility: 'public', weeks: TWO_WEEKS } as const
      expect(await perform(engine, by('UASSIST'), createPlan, again)).toMatchObject({
        refusal: { code: 'plan-title-taken' },
      })
      expect(await perform(engine, by('UANA'), createPlan, { ...again, title: 'Mine' })).toMatchObject({
        refusal: { code: 'not-a-coach' },
      })
      expect(await wholeDatabase(engine)).toEqual(before)
      const seen = await ask(engine, by('UANA').who, listPlansFor, {})
      expect(seen.ok && seen.value.plans.map(each => each.title)).toEqual(['Base'])
      expect(await ask(engine, by('UANA').who, showPlan, { title: 'Secret' })).toMatchObject({
        refusal: { code: 'plan-unknown', suggestion: null },
      })
    })

    it('can be duplicated, copied, scaled, shifted and archived, and the title is free again', async () => {
      await plan()
      const twin = await perform(engine, by('UASSIST'), duplicatePlan, {
        which: { title: 'Base' },
        title: null,
      })
      expect(twin.ok && twin.value.plan.title).toBe('Base (2)')
      const which = { title: 'Base' }
      const change = (change: Parameters<typeof changePlanWeeks>[1]['change']) =>
        perform(engine, by('UHEAD'), changePlanWeeks, { which, change })
      expect(await change({ kind: 'copy', from: 1, to: 3 })).toMatchObject({ value: { plan: { weeks: 3 } } })
      const scaled = await change({ kind: 'scale', week: 1, percent: 50 })
      expect(scaled.ok && scaled.value.weeks[0]?.days[6]?.sessions[0]?.text).toBe('7km easy')
      const shifted = await change({ kind: 'shift', week: null, days: -1 })
      expect(shifted.ok && shifted.value.weeks[0]?.days[5]?.sessions[0]?.text).toBe('7km easy')
      expect(await change({ kind: 'copy', from: 9, to: 1 })).toMatchObject({
        refusal: { code: 'plan-week-unknown' },
      })
      expect((await perform(engine, by('UHEAD'), archivePlan, which)).ok).toBe(true)
      await plan('Base')
    })

    it('of our own are added once', async () => {
      const first = await perform(engine, by('UHEAD'), loadExamples, {})
      expect(first.ok && first.value.added.length).toBe(3)
      const second = await perform(engine, by('UHEAD'), loadExamples, {})
      expect(second.ok && second.value.added).toEqual([])
    })

    it('are not overwritten by a coach who saw an older state', async () => {
      const base = await plan()
      const edit = (title: string) =>
        perform(engine, by('UHEAD'), editPlan, {
          planId: base.id,
          seenVersionId: base.versionId,
          content: { ...base, title, weeks: TWO_WEEKS },
        })
      expect((await edit('Base 2')).ok).toBe(true)
      expect(await edit('Base 3')).toMatchObject({ refusal: { code: 'plan-changed-meanwhile' } })
    })
  })

  describe('assigned', () => {
    it('give the athlete their sessions, tell them, and are in the audit', async () => {
      const base = await plan()
      const done = await assigned({ planId: base.id, seenVersionId: base.versionId })
      expect(done.ok && done.value.assigned).toEqual(['Ana'])
      expect(await sessions(MONDAY, addDays(MONDAY, 6))).toEqual([
        '2026-11-23 8km easy',
        '2026-11-24 5km easy',
        '2026-11-24 30min easy',
        '2026-11-29 14km easy',
      ])
      expect(await sessions(addDays(MONDAY, 14), addDays(MONDAY, 60))).toEqual([])
      const told = await engine.db
        .selectFrom('outbox')
        .select('kind')
        .where('recipient', '=', 'UANA')
        .execute()
      expect(told.map(row => row.kind)).toEqual(['plan-change', 'session-hour-question'])
      const audit = await engine.db
        .selectFrom('audit_entries')
        .selectAll()
        .orderBy('seq', 'desc')
        .executeTakeFirst()
      expect(audit).toMatchObject({
        action: 'plan.assigned',
        subject_id: club.accounts.UANA,
        is_visible_to_subject: 1,
      })
    })

    it('stay as they were when the template is edited or archived later', async () => {
      const base = await plan()
      await assigned({ planId: base.id, seenVersionId: base.versionId })
      const before = await sessions(MONDAY, addDays(MONDAY, 13))
      const edited = await perform(engine, by('UHEAD'), editPlan, {
        planId: base.id,
        seenVersionId: base.versionId,
        content: { ...base, weeks: weeksOf('Week 1\nMon 1km easy') },
      })
      expect(edited.ok).toBe(true)
      await perform(engine, by('UHEAD'), archivePlan, { planId: base.id })
      expect(await sessions(MONDAY, addDays(MONDAY, 13))).toEqual(before)
    })

    it('begin inside a week from that day on, and count back from a race', async () => {
      const base = await plan()
      await assigned({ planId: base.id, seenVersionId: base.versionId, start: { kind: 'start', on: FRIDAY } })
      expect(await sessions(localDay('2026-11-16'), localDay('2026-11-22'))).toEqual(['2026-11-22 14km easy'])
      const raced = await assigned({
        planId: base.id,
        seenVersionId: base.versionId,
        athletes: [BEN],
        start: { kind: 'race', on: localDay('2027-03-28') },
      })
      expect(raced.ok && raced.value.aligned).toMatchObject({ startOn: '2027-03-15', lastOn: '2027-03-28' })
      expect(await sessions(localDay('2027-03-28'), localDay('2027-03-28'), 'UBEN')).toEqual([
        '2027-03-28 10km easy',
      ])
    })

    it('keep their days over a leap day', async () => {
      engine.setNow((TEST_NOW + 440 * 86_400_000) as typeof TEST_NOW)
      const base = await plan()
      await assigned({
        planId: base.id,
        seenVersionId: base.versionId,
        start: { kind: 'start', on: localDay('2028-02-21') },
      })
      expect(await sessions(localDay('2028-02-28'), localDay('2028-03-05'))).toEqual([
        '2028-02-28 9km easy',
        '2028-03-05 10km easy',
      ])
    })

    it('refuse days that are over, too far or too near, and write nothing', async () => {
      const base = await plan()
      const key = { planId: base.id, seenVersionId: base.versionId }
      const before = await wholeDatabase(engine)
      const refused = async (start: AssignPlan['start']) => {
        const done = await assigned({ ...key, start })
        return done.ok ? null : done.refusal.code
      }
      expect(await refused({ kind: 'start', on: localDay('2026-11-19') })).toBe('plan-start-past')
      expect(await refused({ kind: 'start', on: localDay('2028-01-01') })).toBe('plan-start-far')
      expect(await refused({ kind: 'race', on: localDay('2026-11-21') })).toBe('race-too-soon')
      expect(await assigned({ ...key, seenVersionId: 'older' })).toMatchObject({
        refusal: { code: 'plan-changed-meanwhile' },
      })
      expect(await wholeDatabase(engine)).toEqual(before)
    })

    it('name whom an assistant coach may not assign, and give nobody anything', async () => {
      const base = await plan()
      const key = { planId: base.id, seenVersionId: base.versionId, athletes: [ANA, BEN] }
      await engine.db.transaction().execute(tx =>
        insertAssignment(
          tx,
          engine.newId,
          {
            organizationId: club.organizationId,
            coachId: club.accounts.UASSIST,
            athleteId: club.accounts.UANA,
          },
          TEST_NOW,
        ),
      )
      const before = await wholeDatabase(engine)
      expect(await assigned(key, 'UASSIST')).toMatchObject({
        refusal: { code: 'not-your-athletes', names: ['Ben'] },
      })
      expect(await wholeDatabase(engine)).toEqual(before)
      expect((await assigned({ ...key, athletes: [ANA] }, 'UASSIST')).ok).toBe(true)
      expect(await assigned(key, 'UBEN')).toMatchObject({ refusal: { code: 'not-a-coach' } })
    })

    it('go to every member of a group but the suspended, and ask before two plans meet', async () => {
      const made = await perform(engine, by('UHEAD'), createGroup, {
        name: 'Track',
        description: '',
        privacy: 'public',
      })
      const group = (made as { value: Group }).value
      await putInGroup(engine, club, group.id, club.accounts.UANA)
      await putInGroup(engine, club, group.id, club.accounts.UBEN)
      await setStatus(engine, club.accounts.UBEN, 'suspended')
      const base = await plan()
      const key = { planId: base.id, seenVersionId: base.versionId, athletes: [], groupId: group.id }
      const first = await assigned(key)
      expect(first.ok && first.value).toMatchObject({ assigned: ['Ana'], leftOut: ['Ben'] })
      expect(await assigned(key)).toMatchObject({ refusal: { code: 'plan-conflicts-changed' } })
      expect(await assigned({ ...key, onConflict: 'skip' })).toMatchObject({
        refusal: { code: 'plan-for-nobody' },
      })
      expect(await enrolled()).toBe(1)
      const replaced = await assigned({ ...key, onConflict: 'replace' })
      expect(replaced.ok && replaced.value.replaced).toBe(1)
      expect((await sessions(MONDAY, addDays(MONDAY, 6))).length).toBe(4)
      expect((await assigned({ ...key, onConflict: 'keep' })).ok).toBe(true)
      expect((await sessions(MONDAY, addDays(MONDAY, 6))).length).toBe(8)
    })

    it('are looked over first: who is on one, who would run further than lately', async () => {
      const base = await plan()
      await putRun(engine, club, club.accounts.UANA, TEST_NOW)
      await assigned({ planId: base.id, seenVersionId: base.versionId, athletes: [BEN] })
      const preview = await ask(engine, by('UHEAD').who, previewAssignment, {
        planId: base.id,
        athletes: [ANA, BEN],
        groupId: null,
        start: { kind: 'start', on: MONDAY },
      })
      expect(
        preview.ok &&
          preview.value.athletes.map(each => [each.name, each.conflicts, each.concerns.map(c => c.code)]),
      ).toEqual([
        ['Ana', [], ['longer-than-lately']],
        ['Ben', ['Base'], ['no-runs-lately']],
      ])
    })
  })

  describe('lived with', () => {
    it('are paused, go on whole weeks later, and end with what is done', async () => {
      const base = await plan()
      await assigned({ planId: base.id, seenVersionId: base.versionId, start: { kind: 'start', on: FRIDAY } })
      const change = (deed: 'pause' | 'resume' | 'end', who = 'UANA', athlete: typeof ANA | null = null) =>
        perform(engine, by(who), changeEnrollment, { deed, athlete, title: null })
      expect((await change('pause')).ok).toBe(true)
      expect(await change('pause')).toMatchObject({ refusal: { code: 'enrollment-already' } })
      expect(await sessions(FRIDAY, addDays(FRIDAY, 30))).toEqual([])
      engine.setNow((TEST_NOW + 10 * 86_400_000) as typeof TEST_NOW)
      const back = await change('resume', 'UHEAD', ANA)
      expect(back.ok && back.value.enrollment.lastOn).toBe('2026-12-13')
      expect(await sessions(FRIDAY, addDays(FRIDAY, 40))).toEqual([
        '2026-12-06 14km easy',
        '2026-12-07 9km easy',
        '2026-12-13 10km easy',
      ])
      expect(await change('end', 'UASSIST', ANA)).toMatchObject({ refusal: { code: 'not-your-athlete' } })
      expect((await change('end')).ok).toBe(true)
      expect(await sessions(FRIDAY, addDays(FRIDAY, 40))).toEqual([])
    })

    it('show the athlete their own week', async () => {
      const base = await plan()
      await assigned({ planId: base.id, seenVersionId: base.versionId })
      const week = await ask(engine, by('UANA').who, myPlanWeek, { weeksAhead: 1 })
      expect(week.ok && [week.value.plans[0]?.week, week.value.sessions.length]).toEqual([1, 4])
    })
  })
})
