import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { instant, type LocalDay, localDay } from '#kernel/instant.ts'
import { DELIVERIES } from '#outbox/deliveries/delivery-table.ts'
import { listSessionsOf } from '#store/read/session-read.ts'
import { perform } from '#usecases/perform.ts'
import { assignPlan } from '#usecases/plan/assign-plan.ts'
import { type ChangeEnrollment, changeEnrollment } from '#usecases/plan/change-enrollment.ts'
import { moveSession } from '#usecases/plan/living/move-session.ts'
import { answerPause } from '#usecases/plan/living/resume-plan.ts'
import { pauseOver } from '#views/pause.ts'
import { createScheduler } from '../../../src/scheduler/scheduler.ts'
import { checkedMessage } from '../../fixtures/checked-view.ts'
import { putOnPlan } from '../../fixtures/planned-athlete.ts'
import { silentLogger } from '../../fixtures/silent-logger.ts'
import { setStatus, type TestClub, testClub } from '../../fixtures/test-club.ts'
import { by, type TestEngine, testEngine } from '../../fixtures/test-engine.ts'
import { wholeDatabase } from '../../fixtures/whole-database.ts'

const TEXT = `Week 1
Tue 8km easy
Sun 16km easy
Week 2
Tue 9km easy
Sun 18km easy
Week 3
Tue 5km easy
Sun 10km easy`
const at = (iso: string) => instant(Date.parse(iso))

describe('a pause', () => {
  let engine: TestEngine
  let club: TestClub
  beforeEach(async () => {
    engine = await testEngine()
    club = await testClub(engine)
  })
  afterEach(() => engine.close())

  const begin = (isRace = false) =>
    putOnPlan(engine, {
      text: TEXT,
      start: isRace
        ? { kind: 'race', on: localDay('2026-12-13') }
        : { kind: 'start', on: localDay('2026-11-23') },
    })
  const change = (input: Partial<ChangeEnrollment> & { deed: ChangeEnrollment['deed'] }, who = 'UANA') =>
    perform(engine, by(who), changeEnrollment, { athlete: null, title: null, ...input })
  const planned = async () =>
    (
      await listSessionsOf(
        engine.db,
        club.organizationId,
        club.accounts.UANA,
        localDay('2026-11-01'),
        localDay('2027-01-31'),
      )
    ).map(session => `${session.on.slice(5)} ${session.text}`)
  const tickAt = async (iso: string) => {
    engine.setNow(at(iso))
    await createScheduler(engine, { logger: silentLogger }).tick()
  }
  const asked = async () =>
    (await engine.db.selectFrom('outbox').select('kind').where('kind', '=', 'pause-over').execute()).length

  it('until a day asks once how to go on, and a week longer asks again', async () => {
    const enrollmentId = await begin()
    engine.setNow(at('2026-11-25T10:00:00Z'))
    const pause = { reason: 'illness', untilOn: localDay('2026-12-02') } as const
    expect(await change({ deed: 'pause', pause })).toMatchObject({ value: { untilOn: '2026-12-02' } })
    await tickAt('2026-12-02T05:59:00Z')
    expect(await asked()).toBe(0)
    await tickAt('2026-12-02T06:00:00Z')
    await tickAt('2026-12-02T06:01:00Z')
    expect(await asked()).toBe(1)
    const longer = { enrollmentId, answer: 'longer' } as const
    expect((await perform(engine, by('UBEN'), answerPause, longer)).ok).toBe(false)
    expect(await perform(engine, by('UANA'), answerPause, longer)).toMatchObject({
      value: { untilOn: '2026-12-09' },
    })
    await tickAt('2026-12-09T06:00:00Z')
    expect(await asked()).toBe(2)
    const again = { enrollmentId, answer: 'skip' } as const
    expect((await perform(engine, by('UANA'), answerPause, again)).ok).toBe(true)
    expect(await perform(engine, by('UANA'), answerPause, again)).toMatchObject({
      refusal: { code: 'enrollment-already' },
    })
    expect(await planned()).toEqual(['11-24 8km easy', '12-13 10km easy'])
  })

  it('shifts what is left by whole weeks, with what was moved in it', async () => {
    await begin()
    engine.setNow(at('2026-11-25T10:00:00Z'))
    const moved = await perform(engine, by('UHEAD'), moveSession, {
      athlete: { slackUserId: 'UANA', name: 'Ana' },
      which: { on: localDay('2026-12-01') },
      to: localDay('2026-12-03'),
      isSwap: false,
      note: '',
    })
    expect(moved.ok).toBe(true)
    await change({ deed: 'pause' })
    expect(await planned()).toEqual(['11-24 8km easy'])
    engine.setNow(at('2026-11-28T10:00:00Z'))
    expect((await change({ deed: 'resume' })).ok).toBe(true)
    expect(await planned()).toEqual([
      '11-24 8km easy',
      '12-06 16km easy',
      '12-10 9km easy',
      '12-13 18km easy',
      '12-15 5km easy',
      '12-20 10km easy',
    ])
  })

  it('of a plan that is counted back from a race asks which way, and skipping keeps the race', async () => {
    await begin(true)
    engine.setNow(at('2026-11-25T10:00:00Z'))
    await change({ deed: 'pause', pause: { reason: 'holiday', untilOn: null } })
    engine.setNow(at('2026-12-02T10:00:00Z'))
    const before = await wholeDatabase(engine)
    expect(await change({ deed: 'resume' })).toMatchObject({ refusal: { code: 'resume-way-missing' } })
    expect(await wholeDatabase(engine)).toEqual(before)
    expect((await change({ deed: 'resume', way: 'skip' })).ok).toBe(true)
    expect(await planned()).toEqual([
      '11-24 8km easy',
      '12-06 18km easy',
      '12-08 5km easy',
      '12-13 10km easy',
    ])
    const row = await engine.db.selectFrom('enrollments').select(['race_on', 'last_on']).executeTakeFirst()
    expect(row).toEqual({ race_on: '2026-12-13', last_on: '2026-12-13' })
    for (const raceOn of [null, localDay('2026-12-13') as LocalDay]) {
      expect(checkedMessage(pauseOver({ enrollmentId: 'e', title: 'Base', raceOn }))).toEqual([])
    }
  })

  it('does not end before it begins, and nothing was written', async () => {
    await begin()
    const before = await wholeDatabase(engine)
    const pause = { reason: 'other', untilOn: localDay('2026-11-20') } as const
    expect(await change({ deed: 'pause', pause })).toMatchObject({ refusal: { code: 'pause-until-wrong' } })
    expect(await wholeDatabase(engine)).toEqual(before)
  })

  it('stays what it was when the plan ends in it: nothing that fell into it is asked after all', async () => {
    await begin()
    engine.setNow(at('2026-11-25T10:00:00Z'))
    await change({ deed: 'pause', pause: { reason: 'illness', untilOn: null } })
    engine.setNow(at('2026-12-08T10:00:00Z'))
    expect((await change({ deed: 'end' })).ok).toBe(true)
    expect(await planned()).toEqual(['11-24 8km easy'])
  })

  it('stays what it was when another plan takes the place of the paused one', async () => {
    await begin()
    engine.setNow(at('2026-11-25T10:00:00Z'))
    await change({ deed: 'pause', pause: { reason: 'illness', untilOn: localDay('2026-12-09') } })
    engine.setNow(at('2026-12-01T10:00:00Z'))
    const plan = await engine.db.selectFrom('plans').select(['id', 'version_id']).executeTakeFirstOrThrow()
    const replaced = await perform(engine, by('UHEAD'), assignPlan, {
      planId: plan.id,
      seenVersionId: plan.version_id,
      athletes: [{ slackUserId: 'UANA', name: 'Ana' }],
      groupId: null,
      start: { kind: 'start', on: localDay('2026-12-07') },
      onConflict: 'replace',
    })
    expect(replaced.ok).toBe(true)
    expect((await planned()).slice(0, 2)).toEqual(['11-24 8km easy', '12-08 8km easy'])
  })

  it('that is over before the plan begins moves nothing', async () => {
    await begin()
    engine.setNow(at('2026-11-19T10:00:00Z'))
    const before = await planned()
    await change({ deed: 'pause' })
    engine.setNow(at('2026-11-21T10:00:00Z'))
    expect((await change({ deed: 'resume' })).ok).toBe(true)
    expect(await planned()).toEqual(before)
  })

  it('goes by the days of the athlete, also when a coach far away says it', async () => {
    await begin()
    await engine.db
      .updateTable('accounts')
      .set({ zone: 'Pacific/Auckland' })
      .where('slack_user_id', '=', 'UANA')
      .execute()
    // Tuesday for the head coach, Wednesday for Ana, whose Tuesday is over.
    engine.setNow(at('2026-11-24T18:00:00Z'))
    const athlete = { slackUserId: 'UANA', name: 'Ana' }
    expect((await change({ deed: 'pause', athlete }, 'UHEAD')).ok).toBe(true)
    expect(await planned()).toEqual(['11-24 8km easy'])
  })

  it('is told each time a coach pauses and goes on, however often in one plan', async () => {
    await begin()
    const athlete = { slackUserId: 'UANA', name: 'Ana' }
    for (const iso of ['2026-11-25T10:00:00Z', '2026-11-25T12:00:00Z', '2026-11-27T10:00:00Z']) {
      engine.setNow(at(iso))
      expect((await change({ deed: 'pause', athlete }, 'UHEAD')).ok).toBe(true)
      engine.setNow(at(iso.replace(':00:00', ':30:00')))
      expect((await change({ deed: 'resume', way: 'skip', athlete }, 'UHEAD')).ok).toBe(true)
    }
    const told = await engine.db
      .selectFrom('outbox')
      .select('dedupe_key')
      .where('kind', '=', 'plan-change')
      .where('payload_json', 'not like', '%assigned%')
      .execute()
    expect(told).toHaveLength(6)
  })

  it('asks nobody who has left the club meanwhile', async () => {
    const enrollmentId = await begin()
    const delivery = DELIVERIES.find(({ kind }) => kind === 'pause-over')
    const draw = () =>
      delivery?.draw(
        {
          db: engine.db,
          organizationId: club.organizationId,
          outboxId: 'row',
          now: at('2026-12-02T06:00:00Z'),
          exportData: async () => new Uint8Array(),
        },
        { enrollmentId },
      )
    await change({ deed: 'pause' })
    expect(await draw()).toMatchObject({ kind: 'post' })
    await setStatus(engine, club.accounts.UANA, 'suspended')
    expect(await draw()).toBe('skip')
  })

  it('of one of two plans of the same name takes the one that began first', async () => {
    await begin()
    const plan = await engine.db.selectFrom('plans').select(['id', 'version_id']).executeTakeFirstOrThrow()
    const again = await perform(engine, by('UHEAD'), assignPlan, {
      planId: plan.id,
      seenVersionId: plan.version_id,
      athletes: [{ slackUserId: 'UANA', name: 'Ana' }],
      groupId: null,
      start: { kind: 'start', on: localDay('2026-11-30') },
      onConflict: 'keep',
    })
    expect(again.ok).toBe(true)
    for (const startOn of ['2026-11-23', '2026-11-30']) {
      expect(await change({ deed: 'end', title: 'base' })).toMatchObject({
        value: { enrollment: { startOn } },
      })
    }
  })
})
