import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { HOUR_MS, type Instant, instant, localDay, zone } from '#kernel/instant.ts'
import { sessionDeliveries } from '#outbox/deliveries/sessions.ts'
import { updateOwnZone } from '#store/athlete-profile-store.ts'
import { perform } from '#usecases/perform.ts'
import { changeEnrollment } from '#usecases/plan/change-enrollment.ts'
import { listSessionTurnsDue } from '#usecases/plan/living/send-session.ts'
import { setSessionHour } from '#usecases/plan/living/set-session-hour.ts'
import { sessionHourAsked, sessionHourForm, sessionHourSet } from '#views/session-hour.ts'
import { createScheduler } from '../../../src/scheduler/scheduler.ts'
import { checkedMessage, checkedView } from '../../fixtures/checked-view.ts'
import { putOnPlan } from '../../fixtures/planned-athlete.ts'
import { silentLogger } from '../../fixtures/silent-logger.ts'
import { setStatus, type TestClub, testClub } from '../../fixtures/test-club.ts'
import { by, TEST_NOW, type TestEngine, testEngine } from '../../fixtures/test-engine.ts'
import { wholeDatabase } from '../../fixtures/whole-database.ts'

const at = (iso: string) => instant(Date.parse(iso))
const MORNING = { isOn: true, time: '08:00', isEveningBefore: false }

describe('the session of the day', () => {
  let engine: TestEngine
  let club: TestClub
  beforeEach(async () => {
    engine = await testEngine()
    club = await testClub(engine)
    await putOnPlan(engine, {
      text: 'Week 1\nTue 8km easy\nWed rest\nThu 6x400m @z5 r400m jog\nSun 16km easy\nWeek 2\nMon 8km easy\nTue 5km easy',
      start: { kind: 'start', on: localDay('2026-11-23') },
    })
  })
  afterEach(() => engine.close())

  const choose = (input: Partial<typeof MORNING> & { onRestDays?: boolean } = {}, who = 'UANA') =>
    perform(engine, by(who), setSessionHour, { ...MORNING, ...input })
  const tickAt = async (now: Instant) => {
    engine.setNow(now)
    await createScheduler(engine, { logger: silentLogger }).tick()
  }
  const queued = async (kind = 'session') =>
    (
      await engine.db
        .selectFrom('outbox')
        .select(['recipient', 'payload_json', 'not_before'])
        .where('kind', '=', kind)
        .orderBy('id')
        .execute()
    ).map(row => ({ on: JSON.parse(row.payload_json).on, to: row.recipient, at: row.not_before }))

  it('is asked about once, however many plans come', async () => {
    expect(await queued('session-hour-question')).toHaveLength(1)
    await putOnPlan(engine, {
      title: 'Another',
      text: 'Week 1\nMon 5km easy',
      start: { kind: 'start', on: localDay('2027-02-01') },
    })
    expect(await queued('session-hour-question')).toHaveLength(1)
    expect(checkedMessage(sessionHourAsked())).toEqual([])
  })

  it('is sent to nobody who did not ask for it', async () => {
    await tickAt(at('2026-11-24T09:00:00Z'))
    expect(await queued()).toEqual([])
    await choose({ isOn: false })
    await tickAt(at('2026-11-26T09:00:00Z'))
    expect(await queued()).toEqual([])
  })

  it('comes once at its hour, on days of training only', async () => {
    await choose()
    await tickAt(at('2026-11-24T06:59:00Z'))
    expect(await queued()).toEqual([])
    await tickAt(at('2026-11-24T07:00:30Z'))
    await tickAt(at('2026-11-24T07:01:00Z'))
    await Promise.all([tickAt(at('2026-11-25T07:00:00Z')), tickAt(at('2026-11-25T07:00:00Z'))])
    await tickAt(at('2026-11-26T08:00:00Z'))
    expect((await queued()).map(each => each.on)).toEqual(['2026-11-24', '2026-11-26'])
  })

  it('looks at nobody whose hour has not come', async () => {
    engine.setNow(at('2026-11-23T20:00:00Z'))
    await choose()
    await choose({ time: '09:00' }, 'UBEN')
    engine.setNow(at('2026-11-24T07:00:00Z'))
    expect(await listSessionTurnsDue(engine)).toEqual([
      { organizationId: club.organizationId, accountId: club.accounts.UANA },
    ])
  })

  it('is caught up on within five hours and then forgotten', async () => {
    await choose()
    await tickAt(at('2026-11-24T11:59:00Z'))
    await tickAt(at('2026-11-26T13:00:00Z'))
    expect((await queued()).map(each => each.on)).toEqual(['2026-11-24'])
  })

  it('says that there is rest where that was asked for', async () => {
    await choose({ onRestDays: true })
    await tickAt(at('2026-11-25T07:00:00Z'))
    expect((await queued()).map(each => each.on)).toEqual(['2026-11-25'])
  })

  it('is of the next day when it comes the evening before, and no day comes twice when the hour changes', async () => {
    await choose({ time: '18:00', isEveningBefore: true })
    await tickAt(at('2026-11-23T17:00:00Z'))
    await choose()
    await tickAt(at('2026-11-24T07:00:00Z'))
    expect((await queued()).map(each => each.on)).toEqual(['2026-11-24'])
  })

  it('waits for the end of quiet hours, and whoever chose the hour is told', async () => {
    const chosen = await choose({ time: '06:00' })
    if (!chosen.ok) throw new Error(chosen.refusal.code)
    expect(sessionHourSet(chosen.value).text).toContain('Your quiet hours last until 07:00')
    expect(checkedView(sessionHourForm(chosen.value))).toEqual([])
    const six = at('2026-11-24T05:00:00Z')
    await tickAt(six)
    expect(await queued()).toEqual([{ on: '2026-11-24', to: 'UANA', at: six + HOUR_MS }])
  })

  it('is not sent while the plan is paused, or to somebody suspended', async () => {
    await choose()
    await perform(engine, by('UANA'), changeEnrollment, { deed: 'pause', athlete: null, title: null })
    await tickAt(at('2026-11-24T07:00:00Z'))
    expect(await queued()).toEqual([])
    await perform(engine, by('UANA'), changeEnrollment, { deed: 'resume', athlete: null, title: null })
    await setStatus(engine, club.accounts.UANA, 'suspended')
    await tickAt(at('2026-12-01T07:00:00Z'))
    expect(await queued()).toEqual([])
  })

  it('follows the athlete to another time zone', async () => {
    await choose()
    await engine.db
      .transaction()
      .execute(tx =>
        updateOwnZone(tx, club.organizationId, club.accounts.UANA, zone('America/New_York'), TEST_NOW),
      )
    await tickAt(at('2026-11-24T07:00:00Z'))
    expect(await queued()).toEqual([])
    await tickAt(at('2026-11-24T13:00:00Z'))
    expect((await queued()).map(each => each.on)).toEqual(['2026-11-24'])
    await engine.db
      .transaction()
      .execute(tx => updateOwnZone(tx, club.organizationId, club.accounts.UANA, zone('Asia/Tokyo'), TEST_NOW))
    await tickAt(at('2026-11-25T23:00:00Z'))
    expect((await queued()).map(each => each.on)).toEqual(['2026-11-24', '2026-11-26'])
  })

  it('takes no hour that is none, and nothing was written', async () => {
    const before = await wholeDatabase(engine)
    expect(await choose({ time: '25:00' })).toMatchObject({ refusal: { code: 'session-time-wrong' } })
    expect(await choose({}, 'USTRANGER')).toMatchObject({ refusal: { code: 'not-a-member' } })
    expect(await wholeDatabase(engine)).toEqual(before)
  })

  it('is kept back when its day is over before it could be sent', async () => {
    await choose()
    await tickAt(at('2026-11-24T07:00:30Z'))
    const row = await engine.db
      .selectFrom('outbox')
      .select(['id', 'payload_json'])
      .where('kind', '=', 'session')
      .executeTakeFirstOrThrow()
    const drawAt = (iso: string) =>
      sessionDeliveries
        .find(({ kind }) => kind === 'session')
        ?.draw(
          {
            db: engine.db,
            organizationId: club.organizationId,
            outboxId: row.id,
            now: at(iso),
            exportData: async () => new Uint8Array(),
          },
          JSON.parse(row.payload_json),
        )
    expect(await drawAt('2026-11-24T22:59:00Z')).toMatchObject({ kind: 'post' })
    expect(await drawAt('2026-11-24T23:01:00Z')).toBe('skip')
  })
})
