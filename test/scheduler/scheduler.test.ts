import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { GroupId } from '#kernel/ids.ts'
import { instant, type LocalTime } from '#kernel/instant.ts'
import { createScheduler, type Scheduler } from '#scheduler/scheduler.ts'
import { createGroup } from '#usecases/group/create-group.ts'
import { deleteGroup } from '#usecases/group/delete-group.ts'
import { perform } from '#usecases/perform.ts'
import { endSchedule } from '#usecases/schedule/end-schedule.ts'
import { pauseSchedule } from '#usecases/schedule/pause-schedule.ts'
import { resumeSchedule } from '#usecases/schedule/resume-schedule.ts'
import { type SetSchedule, setSchedule } from '#usecases/schedule/set-schedule.ts'
import { silentLogger } from '../fixtures/silent-logger.ts'
import { type TestClub, testClub } from '../fixtures/test-club.ts'
import { by, type TestEngine, testEngine } from '../fixtures/test-engine.ts'

describe('the weekly turn', () => {
  let engine: TestEngine
  let club: TestClub
  let groupId: GroupId
  let scheduler: Scheduler

  beforeEach(async () => {
    engine = await testEngine()
    club = await testClub(engine)
    const made = await perform(engine, by(club.headCoach), createGroup, {
      name: 'Tuesday Track',
      description: '',
      privacy: 'public',
    })
    if (!made.ok) throw new Error('no group')
    groupId = made.value.id
    scheduler = createScheduler(engine, { logger: silentLogger })
  })
  afterEach(() => engine.close())

  /** Mondays at 08:00 in Oslo unless told otherwise. */
  async function schedule(other: Partial<SetSchedule> = {}): Promise<string> {
    const set = await perform(engine, by(club.headCoach), setSchedule, {
      groupId,
      channelId: 'C0RUN',
      weekday: 1,
      time: '08:00' as LocalTime,
      zone: null,
      metric: null,
      ...other,
    } as SetSchedule)
    if (!set.ok) throw new Error(set.refusal.code)
    return set.value.card.schedule.id
  }

  async function tickAt(iso: string): Promise<void> {
    engine.setNow(instant(Date.parse(iso)))
    await scheduler.tick()
  }

  async function queued() {
    const rows = await engine.db.selectFrom('outbox').select(['kind', 'payload_json']).orderBy('id').execute()
    return rows.map(({ kind, payload_json }) => ({ kind, ...JSON.parse(payload_json) }))
  }

  const turns = () =>
    engine.db.selectFrom('occurrences').select(['local_on', 'state']).orderBy('local_on').execute()

  it('comes at its minute and not before, for the week that ended the evening before', async () => {
    await schedule()
    await tickAt('2026-11-23T06:59:59Z')
    expect(await queued()).toEqual([])
    await tickAt('2026-11-23T07:00:00Z')
    expect(await queued()).toMatchObject([
      {
        kind: 'leaderboard',
        groupId,
        from: '2026-11-16',
        to: '2026-11-22',
        zone: 'Europe/Oslo',
        metric: 'five-ways',
        isLate: false,
        askedBy: club.accounts.UHEAD,
      },
    ])
  })

  it('comes once, however often the clock ticks', async () => {
    await schedule()
    for (const second of ['00', '20', '40']) await tickAt(`2026-11-23T07:00:${second}Z`)
    await Promise.all([scheduler.tick(), scheduler.tick(), scheduler.tick()])
    expect(await queued()).toHaveLength(1)
    await tickAt('2026-11-30T07:00:10Z')
    expect(await turns()).toEqual([
      { local_on: '2026-11-23', state: 'posting' },
      { local_on: '2026-11-30', state: 'posting' },
    ])
  })

  it.each([
    ['a minute', '2026-11-23T07:01:00Z', false],
    ['an hour', '2026-11-23T08:00:00Z', true],
    ['36 hours', '2026-11-24T19:00:00Z', true],
  ])('is made up for after %s without a process', async (_, at, isLate) => {
    await schedule()
    await tickAt(at)
    expect(await queued()).toMatchObject([{ kind: 'leaderboard', from: '2026-11-16', isLate }])
  })

  it('is missed after more than 36 hours, and whoever set it is told', async () => {
    await schedule()
    await tickAt('2026-11-24T19:00:01Z')
    expect(await queued()).toMatchObject([{ kind: 'occurrence-missed', localOn: '2026-11-23', weeks: 1 }])
    await tickAt('2026-11-24T20:00:00Z')
    expect(await queued()).toHaveLength(1)
    await tickAt('2026-11-30T07:00:00Z')
    expect((await queued()).map(row => row.kind)).toEqual(['occurrence-missed', 'leaderboard'])
  })

  it('posts the latest of two after eight days without a process, and tells of the other', async () => {
    await schedule()
    await tickAt('2026-12-01T07:00:00Z')
    expect(await turns()).toEqual([
      { local_on: '2026-11-23', state: 'missed' },
      { local_on: '2026-11-30', state: 'posting' },
    ])
    expect(await queued()).toMatchObject([
      { kind: 'occurrence-missed', localOn: '2026-11-23' },
      { kind: 'leaderboard', from: '2026-11-23', isLate: true },
    ])
  })

  it('posts the latest week alone when the time machine moves seven weeks, and tells once of the rest', async () => {
    await schedule()
    await tickAt('2027-01-04T07:00:00Z')
    expect(await queued()).toMatchObject([
      { kind: 'occurrence-missed', localOn: '2026-12-28', weeks: 6 },
      { kind: 'leaderboard', from: '2026-12-28', to: '2027-01-03', isLate: false },
    ])
    const audited = await engine.db
      .selectFrom('audit_entries')
      .select('action')
      .where('action', 'like', 'occurrence.%')
      .execute()
    expect(audited).toHaveLength(7)
  })

  it.each([
    ['New York springs forward', 'America/New_York', '02:30', '2027-03-14T07:30:00Z'],
    ['New York falls back', 'America/New_York', '01:30', '2027-11-07T05:30:00Z'],
    ['Lord Howe moves by half an hour', 'Australia/Lord_Howe', '02:15', '2027-10-02T15:45:00Z'],
  ])('comes once on the night when %s', async (_, zone, time, dueAt) => {
    const due = Date.parse(dueAt)
    engine.setNow(instant(due - 2 * 86_400_000))
    await schedule({ weekday: 7, time: time as LocalTime, zone })
    await tickAt(new Date(due - 1_000).toISOString())
    expect(await queued()).toEqual([])
    for (const minutes of [0, 30, 60, 90, 120]) await tickAt(new Date(due + minutes * 60_000).toISOString())
    expect(await queued()).toHaveLength(1)
  })

  it('owes nothing for the time before it was set', async () => {
    engine.setNow(instant(Date.parse('2026-11-23T07:00:01Z')))
    await schedule()
    await scheduler.tick()
    expect(await turns()).toEqual([])
  })

  it('is changed by setting it again for the same group and channel', async () => {
    const first = await schedule()
    const again = await schedule({ weekday: 3, time: '19:30' as LocalTime, metric: 'time' })
    expect(again).toBe(first)
    await tickAt('2026-11-23T07:00:00Z')
    expect(await queued()).toEqual([])
    await tickAt('2026-11-25T18:30:00Z')
    expect(await queued()).toMatchObject([{ metric: 'time', from: '2026-11-16' }])
  })

  it('posts no week twice when its day is moved after the post', async () => {
    await schedule()
    await tickAt('2026-11-23T07:00:00Z')
    await schedule({ weekday: 2 })
    await tickAt('2026-11-24T07:00:00Z')
    expect(await queued()).toHaveLength(1)
    await tickAt('2026-12-01T07:00:00Z')
    expect(await queued()).toMatchObject([{ from: '2026-11-16' }, { from: '2026-11-23' }])
  })

  it('rests while paused, and owes nothing for the pause', async () => {
    const id = await schedule()
    await perform(engine, by(club.headCoach), pauseSchedule, id)
    await tickAt('2026-11-23T07:00:00Z')
    expect(await turns()).toEqual([])
    engine.setNow(instant(Date.parse('2026-11-23T09:00:00Z')))
    expect((await perform(engine, by(club.headCoach), resumeSchedule, id)).ok).toBe(true)
    await scheduler.tick()
    expect(await turns()).toEqual([])
    await tickAt('2026-11-30T07:00:00Z')
    expect(await turns()).toEqual([{ local_on: '2026-11-30', state: 'posting' }])
  })

  it('is over when it was ended, and when its group is gone', async () => {
    const id = await schedule()
    await schedule({ channelId: 'C0OTHER' })
    expect((await perform(engine, by(club.headCoach), endSchedule, id)).ok).toBe(true)
    expect(await perform(engine, by(club.headCoach), endSchedule, id)).toEqual({
      ok: false,
      refusal: { code: 'schedule-already-ended' },
    })
    await perform(engine, by(club.headCoach), deleteGroup, groupId)
    await tickAt('2026-11-23T07:00:00Z')
    expect(await turns()).toEqual([])
  })

  it('is refused to athletes, and nothing is written', async () => {
    const wanted = {
      groupId,
      channelId: 'C0RUN',
      weekday: 1 as const,
      time: '08:00' as LocalTime,
      zone: null,
      metric: null,
    }
    expect(await perform(engine, by(club.ana), setSchedule, wanted)).toEqual({
      ok: false,
      refusal: { code: 'not-a-board-poster' },
    })
    expect(await perform(engine, by(club.headCoach), setSchedule, { ...wanted, zone: 'Oslo' })).toEqual({
      ok: false,
      refusal: { code: 'zone-unknown', zone: 'Oslo' },
    })
    expect(await engine.db.selectFrom('schedules').selectAll().execute()).toEqual([])
  })
})
