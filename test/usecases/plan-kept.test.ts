import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addDays } from '#domain/calendar/local-day.ts'
import type { Group } from '#domain/group/group.ts'
import type { EnrollmentId } from '#kernel/ids.ts'
import { instant, type LocalTime } from '#kernel/instant.ts'
import { createScheduler } from '#scheduler/scheduler.ts'
import { insertAssignment } from '#store/coach-store.ts'
import { listSessionsOf } from '#store/read/session-read.ts'
import { deleteActivities } from '#usecases/activity/delete-activities.ts'
import { logLine } from '#usecases/activity/log-line.ts'
import { ask } from '#usecases/ask.ts'
import { perform } from '#usecases/perform.ts'
import { groupWeek } from '#usecases/plan/adherence/group-week.ts'
import { keptWeek } from '#usecases/plan/adherence/kept-week.ts'
import { type MatchTo, matchByHand, unmatch } from '#usecases/plan/adherence/match-by-hand.ts'
import { whichSession } from '#usecases/plan/adherence/which-session.ts'
import { groupAvailability } from '#usecases/plan/availability/group-availability.ts'
import { answerAvailability, ownAvailability } from '#usecases/plan/availability/own-availability.ts'
import { setRound } from '#usecases/plan/availability/set-round.ts'
import { silentLogger } from '../fixtures/silent-logger.ts'
import { joinClub, putInGroup, type TestClub, testClub } from '../fixtures/test-club.ts'
import { by, type TestEngine, testEngine } from '../fixtures/test-engine.ts'
import { milers, PLAN_MONDAY, putOnPlan } from '../fixtures/test-plan.ts'
import { putRun, type RunGiven } from '../fixtures/test-runs.ts'
import { wholeDatabase } from '../fixtures/whole-database.ts'

const day = (index: number) => addDays(PLAN_MONDAY, index)
const at = (index: number, time = '07:00') => instant(Date.parse(`${day(index)}T${time}:00Z`))

describe('keeping to a plan', () => {
  let engine: TestEngine
  let club: TestClub
  let group: Group
  beforeEach(async () => {
    engine = await testEngine()
    club = await testClub(engine)
    group = await milers(engine, club)
    await putOnPlan(engine, ['UANA', 'UBEN'])
    engine.setNow(at(7))
  })
  afterEach(() => engine.close())

  const run = (who: 'UANA' | 'UBEN', index: number, km: number, given: RunGiven = {}) =>
    putRun(engine, club, club.accounts[who], at(index, '06:00'), { km, minutes: km * 6, ...given })
  const session = async (index: number): Promise<MatchTo> => {
    const found = await listSessionsOf(
      engine.db,
      club.organizationId,
      club.accounts.UANA,
      day(index),
      day(index),
    )
    const [only] = found
    if (!only) throw new Error('nothing planned')
    const { enrollmentId, dayIndex, slot } = only
    return { kind: 'session', session: { enrollmentId, dayIndex, slot } }
  }
  const bands = async (who = 'UANA') => {
    const week = await ask(engine, by(who).who, keptWeek, {
      athlete: who === 'UANA' ? null : { slackUserId: 'UANA', name: 'Ana' },
      on: PLAN_MONDAY,
    })
    if (!week.ok) throw new Error(week.refusal.code)
    return week.value.days.flatMap(each => each.sessions.map(({ band }) => band)).join(' ')
  }
  const match = (who: string, activityId: string, to: MatchTo) =>
    perform(engine, by(who), matchByHand, { activityId, to })
  const events = async () =>
    (
      await engine.db
        .selectFrom('audit_entries')
        .select('action')
        .where('action', 'like', 'session.%')
        .orderBy('seq')
        .execute()
    ).map(({ action }) => action)

  describe('by hand', () => {
    it('matches a run of the day before, for good, and tells the audit', async () => {
      const long = await run('UANA', 4, 16)
      expect(await bands()).toBe('missed missed missed missed')
      const tooFar = await match('UANA', long, await session(6))
      expect(tooFar).toMatchObject({ refusal: { code: 'match-session-unknown' } })
      const done = await match('UANA', long, await session(5))
      expect(done).toMatchObject({
        ok: true,
        value: { name: null, to: 'session', session: { text: '5km easy' } },
      })
      await run('UANA', 5, 5)
      expect(await bands()).toBe('missed missed full missed')
      const which = await ask(engine, by('UANA').who, whichSession, long)
      expect(which).toMatchObject({ value: { isByHand: true, present: { text: '5km easy' } } })
      expect(await perform(engine, by('UHEAD'), unmatch, { activityId: long })).toMatchObject({
        value: { name: 'Ana', to: 'none' },
      })
      expect((await match('UANA', long, { kind: 'automatic' })).ok).toBe(true)
      expect(await events()).toEqual(['session.matched', 'session.unmatched', 'session.match-released'])
    })

    it('gives one session to one run, and goes with the run', async () => {
      const [first, second] = [await run('UANA', 1, 8), await run('UANA', 1, 4)]
      expect((await match('UANA', first, await session(1))).ok).toBe(true)
      expect((await match('UANA', second, await session(1))).ok).toBe(true)
      expect(await engine.db.selectFrom('session_matches').select('activity_id').execute()).toEqual([
        { activity_id: second },
      ])
      expect(await bands()).toBe('part missed missed missed')
      const gone = await perform(engine, by('UANA'), deleteActivities, { activityIds: [second] } as never)
      expect(gone.ok).toBe(true)
      expect(await bands()).toBe('full missed missed missed')
    })

    it('is for the athlete and the coaches in whose care they are, of runs they may see', async () => {
      const id = await run('UANA', 1, 8)
      const hidden = await run('UANA', 1, 8, { visibility: 'hide' })
      const before = await wholeDatabase(engine)
      const none: MatchTo = { kind: 'none' }
      expect(await match('UBEN', id, none)).toMatchObject({ refusal: { code: 'not-a-coach' } })
      expect(await match('UASSIST', id, none)).toMatchObject({ refusal: { code: 'not-your-athlete' } })
      expect(await match('UHEAD', hidden, none)).toMatchObject({
        refusal: { code: 'match-activity-unknown' },
      })
      expect(await match('UHEAD', 'nothing', none)).toMatchObject({
        refusal: { code: 'match-activity-unknown' },
      })
      const nowhere: MatchTo = {
        kind: 'session',
        session: { enrollmentId: 'e' as EnrollmentId, dayIndex: 1, slot: 0 },
      }
      expect(await match('UANA', id, nowhere)).toMatchObject({ refusal: { code: 'match-session-unknown' } })
      expect(await wholeDatabase(engine)).toEqual(before)
    })

    it('is asked for after logging where it is unclear, and never where it is plain', async () => {
      engine.setNow(at(1, '20:00'))
      const log = async (text: string) => {
        const done = await perform(engine, by('UANA'), logLine, { text, isAgain: false })
        return done.ok && done.value.asksWhichSession === true
      }
      expect(await log('3km 20:00 easy')).toBe(false)
      expect(await log('8km 48:00 easy')).toBe(true)
      engine.setNow(at(2, '20:00'))
      expect(await log('6km 36:00 easy')).toBe(true)
    })
  })

  describe('in a group', () => {
    const week = (who: string, on = PLAN_MONDAY) =>
      ask(engine, by(who).who, groupWeek, { groupName: 'milers', on, weeks: 0 })

    it('is shown to coaches, who kept least first, with sums', async () => {
      for (const [index, km] of [
        [1, 8],
        [3, 6],
        [5, 5],
        [6, 16],
      ] as const)
        await run('UBEN', index, km)
      await run('UANA', 1, 4)
      await run('UANA', 2, 4)
      await putInGroup(engine, club, group.id, await joinClub(engine, club, 'UCARL', 'Carl'))
      const shown = await week('UHEAD')
      if (!shown.ok) throw new Error(shown.refusal.code)
      expect(
        shown.value.athletes.map(({ name, percent, marks }) => [name, percent, marks.join(' ')]),
      ).toEqual([
        ['Ana', 35, 'rest part ran-on-rest missed rest missed missed'],
        ['Ben', 100, 'rest full rest full rest full full'],
        ['Carl', null, 'none none none none none none none'],
      ])
      expect(shown.value.totals).toEqual({ onPlan: 2, full: 4, part: 1, missed: 3, pending: 0 })
      expect(await week('UANA')).toMatchObject({ refusal: { code: 'not-a-coach' } })
    })

    it('shows a coach what each athlete shows that coach', async () => {
      await run('UANA', 1, 8, { visibility: 'coach-only' })
      await engine.db
        .updateTable('group_memberships')
        .set({ is_shared: 0 })
        .where('account_id', '=', club.accounts.UBEN)
        .execute()
      const seen = async (who: string) => {
        const shown = await week(who)
        return (
          shown.ok && shown.value.athletes.map(({ name, isHidden, percent }) => [name, isHidden, percent])
        )
      }
      expect(await seen('UASSIST')).toEqual([
        ['Ana', false, 0],
        ['Ben', true, null],
      ])
      await engine.db.transaction().execute(tx =>
        insertAssignment(
          tx,
          engine.newId,
          {
            organizationId: club.organizationId,
            coachId: club.accounts.UASSIST,
            athleteId: club.accounts.UANA,
          },
          at(0),
        ),
      )
      expect(await seen('UASSIST')).toEqual([
        ['Ana', false, 57],
        ['Ben', true, null],
      ])
    })
  })

  describe('availability', () => {
    const SUNDAY = { weekday: 7, time: '18:00' as LocalTime } as const
    const asked = async () =>
      engine.db
        .selectFrom('outbox')
        .select(['recipient', 'not_before'])
        .where('kind', '=', 'availability')
        .execute()
    const tick = () => createScheduler(engine, { logger: silentLogger }).tick()

    it('is asked once a week of each athlete, in however many groups and processes', async () => {
      engine.setNow(at(0))
      const other = await milersAgain()
      for (const groupName of ['Milers', other]) {
        expect((await perform(engine, by('UHEAD'), setRound, { groupName, turn: SUNDAY })).ok).toBe(true)
      }
      await tick()
      expect(await asked()).toEqual([])
      engine.setNow(at(6, '17:05'))
      await Promise.all([tick(), tick()])
      await tick()
      expect((await asked()).map(({ recipient }) => recipient).sort()).toEqual(['UANA', 'UBEN'])
      engine.setNow(at(13, '17:05'))
      await tick()
      expect(await asked()).toHaveLength(4)
    })

    it('is not asked about a week that has begun, nor late', async () => {
      engine.setNow(at(0))
      await perform(engine, by('UHEAD'), setRound, { groupName: 'Milers', turn: SUNDAY })
      engine.setNow(at(7, '08:00'))
      await tick()
      expect(await asked()).toEqual([])
    })

    it('is answered day by day until the week begins, and seen by coaches', async () => {
      engine.setNow(at(4))
      const weekOn = day(7)
      const answer = (
        index: number | null,
        given: 'yes' | 'maybe' | 'no' = 'yes',
        minutes: number | null = null,
      ) =>
        perform(engine, by('UANA'), answerAvailability, {
          weekOn,
          day: index === null ? null : { on: day(index), answer: given, minutes },
        })
      expect((await answer(8, 'no')).ok).toBe(true)
      expect((await answer(8, 'maybe', 60)).ok).toBe(true)
      expect(await answer(null)).toMatchObject({ ok: true, value: { days: { length: 7 } } })
      const group = await ask(engine, by('UASSIST').who, groupAvailability, { groupName: 'Milers', on: null })
      expect(group).toMatchObject({
        value: {
          weekOn,
          athletes: [
            { name: 'Ana', days: { length: 7 } },
            { name: 'Ben', days: [] },
          ],
        },
      })
      const before = await wholeDatabase(engine)
      expect(await answer(1)).toMatchObject({ refusal: { code: 'availability-day-wrong' } })
      engine.setNow(at(7))
      expect(await answer(8)).toMatchObject({ refusal: { code: 'availability-week-begun' } })
      expect(await wholeDatabase(engine)).toEqual(before)
      const own = await ask(engine, by('UANA').who, ownAvailability, { weekOn })
      expect(own).toMatchObject({ value: { isOver: true } })
    })

    it('is set by coaches, and taken back once', async () => {
      const set = (who: string, turn: typeof SUNDAY | null) =>
        perform(engine, by(who), setRound, { groupName: 'Milers', turn })
      const before = await wholeDatabase(engine)
      expect(await set('UANA', SUNDAY)).toMatchObject({ refusal: { code: 'not-a-coach' } })
      expect(await set('UASSIST', null)).toMatchObject({ refusal: { code: 'availability-not-asked' } })
      expect(await wholeDatabase(engine)).toEqual(before)
      expect((await set('UASSIST', SUNDAY)).ok).toBe(true)
      expect((await set('UASSIST', null)).ok).toBe(true)
    })

    async function milersAgain(): Promise<string> {
      const { createGroup } = await import('#usecases/group/create-group.ts')
      const made = await perform(engine, by('UHEAD'), createGroup, {
        name: 'Trackers',
        description: '',
        privacy: 'public',
      })
      if (!made.ok) throw new Error(made.refusal.code)
      await putInGroup(engine, club, made.value.id, club.accounts.UANA)
      return 'Trackers'
    }
  })
})
