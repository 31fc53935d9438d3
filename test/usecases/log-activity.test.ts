import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { LocalTime } from '#kernel/instant.ts'
import { DAY_MS, HOUR_MS, instant, localDay, MINUTE_MS } from '#kernel/instant.ts'
import { verifyAuditChain } from '#store/audit-store.ts'
import { type LogFile, logFile } from '#usecases/activity/log-file.ts'
import { type LogForm, logForm } from '#usecases/activity/log-form.ts'
import { logLine } from '#usecases/activity/log-line.ts'
import { perform } from '#usecases/perform.ts'
import { measuredRun } from '../fixtures/measured-run.ts'
import { setStatus, type TestClub, testClub } from '../fixtures/test-club.ts'
import { by, TEST_NOW, type TestEngine, testEngine } from '../fixtures/test-engine.ts'

const EASY = '8.2km 45:10 easy'

describe('logging a run', () => {
  let engine: TestEngine
  let club: TestClub

  beforeEach(async () => {
    engine = await testEngine()
    club = await testClub(engine)
  })
  afterEach(() => engine.close())

  const line = (text: string, isAgain = false, who: string = club.ana) =>
    perform(engine, by(who), logLine, { text, isAgain })
  const file = (otherwise: Partial<LogFile> = {}, who: string = club.ana) =>
    perform(engine, by(who), logFile, {
      source: 'fit' as const,
      sha256: 'a'.repeat(64),
      activities: [measuredRun()],
      note: '',
      ...otherwise,
    })
  const form = (otherwise: Partial<LogForm> = {}) =>
    perform(engine, by(club.ana), logForm, {
      name: '',
      distanceCm: 820_000,
      durationMs: 2_710_000,
      subType: 'easy-run' as const,
      on: localDay('2026-11-20'),
      at: '16:00' as LocalTime,
      note: '',
      isAgain: false,
      ...otherwise,
    })
  const stored = () => engine.db.selectFrom('activities').selectAll().orderBy('id').execute()
  const audited = async () =>
    (await engine.db.selectFrom('audit_entries').selectAll().orderBy('seq').execute()).map(
      entry => entry.action,
    )

  async function expectNothingWritten(before = 0) {
    expect(await stored()).toHaveLength(before)
    expect(await audited()).toHaveLength(before)
    expect(await engine.db.selectFrom('handled_requests').selectAll().execute()).toHaveLength(0)
  }

  describe('by a line', () => {
    it('writes it in the athlete’s own day, to be shared as they share with each group, and audits it', async () => {
      const logged = await line(`${EASY} "windy <!channel>"`)
      expect(logged).toMatchObject({
        ok: true,
        value: {
          startIsAssumed: true,
          activity: {
            athleteId: club.accounts.UANA,
            name: 'Easy run',
            source: 'line',
            localOn: '2026-11-20',
            zone: 'Europe/Oslo',
            visibility: 'share',
            note: 'windy <!channel>',
            distanceCm: 820_000,
            durationMs: 2_710_000,
          },
        },
      })
      expect(await stored()).toHaveLength(1)
      const [entry] = await engine.db.selectFrom('audit_entries').selectAll().execute()
      expect(entry).toMatchObject({
        action: 'activity.logged',
        actor_id: club.accounts.UANA,
        subject_id: club.accounts.UANA,
        is_visible_to_subject: 1,
      })
      expect(await verifyAuditChain(engine.db, engine.auditKey, club.organizationId)).toEqual({
        entries: 1,
        fault: null,
      })
    })

    it('names it by the hour only when the line says one', async () => {
      expect(await line(`${EASY} at 7:00`)).toMatchObject({
        ok: true,
        value: { startIsAssumed: false, activity: { name: 'Morning easy run' } },
      })
    })

    it.each([
      ['a coach who does not run', 'headCoach', { code: 'not-an-athlete' }],
      ['a stranger', 'stranger', { code: 'not-a-member', isClaimed: true }],
    ] as const)('refuses %s, and nothing was written', async (_, who, refusal) => {
      expect(await line(EASY, false, club[who])).toEqual({ ok: false, refusal })
      await expectNothingWritten()
    })

    it('lets a coach who is an athlete too log a run', async () => {
      const memberships = await engine.db
        .selectFrom('memberships')
        .select('id')
        .where('account_id', '=', club.accounts.UHEAD)
        .executeTakeFirstOrThrow()
      await engine.db
        .insertInto('membership_roles')
        .values({ membership_id: memberships.id, role: 'athlete' })
        .execute()
      expect(await line(EASY, false, club.headCoach)).toMatchObject({ ok: true })
    })

    it('refuses a suspended athlete, and nothing was written', async () => {
      await setStatus(engine, club.accounts.UANA, 'suspended')
      expect(await line(EASY)).toEqual({ ok: false, refusal: { code: 'suspended' } })
      await expectNothingWritten()
    })

    it.each([
      ['8.2km', 'time-missing'],
      ['8.2km 45:10 eazy', 'unknown-word'],
      ['', 'line-empty'],
      ['10km 20:00', 'faster-than-world-record'],
      ['8.2km 45:10 at 17:59', 'in-future'],
      ['ride 25h', 'longer-than-a-day'],
      [`8km 45:10 "${'x'.repeat(900)} ${'y'.repeat(101)}"`, 'line-too-long'],
    ])('refuses “%s” as %s, and nothing was written', async (text, code) => {
      expect(await line(text)).toMatchObject({ ok: false, refusal: { code } })
      await expectNothingWritten()
    })

    it('refuses the same line again, names what is there, and nothing more was written', async () => {
      await line(EASY)
      engine.setNow(instant(TEST_NOW + 5 * MINUTE_MS))
      expect(await line(EASY)).toMatchObject({
        ok: false,
        refusal: { code: 'activity-duplicate', existing: { name: 'Easy run', localOn: '2026-11-20' } },
      })
      await expectNothingWritten(1)
    })

    it('asks about a line like another one of the day, and takes it when it is said again', async () => {
      await line(`${EASY} at 7:00`)
      const alike = '8.2km 45:30 easy at 12:00'
      expect(await line(alike)).toMatchObject({
        ok: false,
        refusal: { code: 'activity-duplicate-likely', existing: { name: 'Morning easy run' } },
      })
      await expectNothingWritten(1)
      expect(await line(alike, true)).toMatchObject({ ok: true })
      expect(await stored()).toHaveLength(2)
    })

    it('never compares to runs of other athletes', async () => {
      await line(EASY)
      expect(await line(EASY, false, club.ben)).toMatchObject({ ok: true })
    })

    it('refuses more than 24 hours on one day, whatever the kinds, and nothing more was written', async () => {
      await line('ride 13h yesterday at 0:30')
      expect(await line('hike 11h30 yesterday at 12:00')).toMatchObject({
        ok: false,
        refusal: { code: 'day-too-full', totalMs: 24.5 * HOUR_MS },
      })
      await expectNothingWritten(1)
      expect(await line('hike 11h yesterday at 12:00')).toMatchObject({ ok: true })
    })

    it('does a delivery once however often it comes', async () => {
      const deed = { ...by(club.ana), requestKey: 'Ev1' }
      const results = await Promise.all(
        Array.from({ length: 5 }, () => perform(engine, deed, logLine, { text: EASY, isAgain: true })),
      )
      expect(results.filter(result => result.ok)).toHaveLength(1)
      expect(results.filter(result => !result.ok).map(result => !result.ok && result.refusal)).toEqual(
        Array.from({ length: 4 }, () => ({ code: 'already-handled' })),
      )
    })
  })

  describe('by a form', () => {
    it('takes day and time as those of the athlete’s zone', async () => {
      expect(await form({ name: '  Lunch\n run ', note: 'felt good' })).toMatchObject({
        ok: true,
        value: {
          startIsAssumed: false,
          activity: {
            name: 'Lunch run',
            note: 'felt good',
            source: 'form',
            startedAt: Date.UTC(2026, 10, 20, 15, 0),
          },
        },
      })
    })

    it('assumes a start for which there is no time: ending now today, noon on another day', async () => {
      expect(await form({ at: null })).toMatchObject({
        ok: true,
        value: { activity: { startedAt: TEST_NOW - 46 * MINUTE_MS, name: 'Easy run' } },
      })
      expect(await form({ at: null, on: localDay('2026-11-18') })).toMatchObject({
        ok: true,
        value: { activity: { startedAt: Date.UTC(2026, 10, 18, 11, 0) } },
      })
    })

    it.each([
      [{ on: localDay('2026-11-21') }, 'day-in-future'],
      [{ name: 'x'.repeat(81) }, 'activity-name-too-long'],
      [{ note: 'x'.repeat(1001) }, 'activity-note-too-long'],
      [{ durationMs: 0 }, 'nothing-done'],
      [{ at: '17:30' as LocalTime }, 'in-future'],
    ])('refuses %o as %s, and nothing was written', async (otherwise, code) => {
      expect(await form(otherwise)).toMatchObject({ ok: false, refusal: { code } })
      await expectNothingWritten()
    })
  })

  describe('by a file', () => {
    it('writes what the device measured, and the words beside the file as its note', async () => {
      expect(await file({ note: 'with Ben' })).toMatchObject({
        ok: true,
        value: {
          logged: [
            { source: 'fit', name: 'Afternoon easy run', note: 'with Ben', fileSha256: 'a'.repeat(64) },
          ],
          merged: [],
          skipped: [],
        },
      })
    })

    it('refuses the same file again, naming the run and its day, and nothing more was written', async () => {
      await file()
      expect(await file()).toMatchObject({
        ok: false,
        refusal: {
          code: 'activity-duplicate-file',
          existing: { name: 'Afternoon easy run', localOn: '2026-11-20' },
        },
      })
      await expectNothingWritten(1)
    })

    it('lets exactly one of ten deliveries of the same file win', async () => {
      const all = await Promise.all(Array.from({ length: 10 }, () => file()))
      expect(all.filter(result => result.ok)).toHaveLength(1)
      expect(await stored()).toHaveLength(1)
      expect(await audited()).toEqual(['activity.logged'])
    })

    it('adds the same run from another source to the one that is there', async () => {
      await file()
      const shifted = measuredRun({
        startedAt: instant(measuredRun().startedAt + MINUTE_MS),
        distanceCm: 825_000,
      })
      expect(await file({ source: 'gpx', sha256: 'b'.repeat(64), activities: [shifted] })).toMatchObject({
        ok: true,
        value: { logged: [], merged: [{ activity: { source: 'fit', distanceCm: 820_000 } }] },
      })
      expect(await stored()).toHaveLength(1)
      expect(await audited()).toEqual(['activity.logged', 'activity.merged'])
    })

    it('adds a file to the line that looks like it, and keeps what the line said', async () => {
      await line('8.2km 45:00 tempo today at 7:00 rpe 6 "with Ben"')
      expect(await file()).toMatchObject({
        ok: true,
        value: {
          merged: [
            {
              before: { source: 'line' },
              activity: {
                source: 'fit',
                subType: 'tempo',
                durationMs: 2_710_000,
                note: 'with Ben',
                perceivedEffort: 6,
              },
            },
          ],
        },
      })
    })

    it('logs every new activity of a multisport file at once, and reports the others', async () => {
      const at = (hours: number) => instant(TEST_NOW - DAY_MS + hours * HOUR_MS)
      const swim = measuredRun({ subType: 'swim', startedAt: at(0), distanceCm: 150_000 })
      const ride = measuredRun({
        subType: 'ride',
        startedAt: at(1),
        distanceCm: 4_000_000,
        durationMs: 2 * HOUR_MS,
      })
      const run = measuredRun({ startedAt: at(3), distanceCm: 1_000_000 })
      const tooFast = measuredRun({ startedAt: at(5), durationMs: 60_000 })
      await file({ activities: [ride], sha256: 'b'.repeat(64) })
      const logged = await file({ activities: [swim, ride, run, tooFast], note: 'not for one of many' })
      expect(logged).toMatchObject({
        ok: true,
        value: {
          logged: [
            { subType: 'swim', note: '' },
            { subType: 'easy-run', note: '' },
          ],
          merged: [{ activity: { subType: 'ride' } }],
          skipped: [{ measured: tooFast, why: { code: 'faster-than-world-record' } }],
        },
      })
      expect(await audited()).toEqual([
        'activity.logged',
        'activity.logged',
        'activity.logged',
        'activity.merged',
      ])
      expect(await file({ activities: [swim, ride, run] })).toMatchObject({
        ok: false,
        refusal: { code: 'activity-duplicate-file' },
      })
      expect(await stored()).toHaveLength(3)
    })

    it('fills a day with the file’s own activities too', async () => {
      const half = (hours: number) =>
        measuredRun({
          subType: 'ride',
          startedAt: instant(Date.UTC(2026, 10, 18, hours)),
          distanceCm: null,
          durationMs: 13 * HOUR_MS,
          elapsedMs: HOUR_MS,
        })
      expect(await file({ activities: [half(1), half(6)] })).toMatchObject({
        ok: true,
        value: { logged: [{}], skipped: [{ why: { code: 'day-too-full' } }] },
      })
    })

    it('refuses a file of which nothing is possible, and nothing was written', async () => {
      const future = measuredRun({ startedAt: instant(TEST_NOW + HOUR_MS) })
      expect(await file({ activities: [future] })).toMatchObject({
        ok: false,
        refusal: { code: 'in-future' },
      })
      await expectNothingWritten()
    })

    it('refuses a coach who does not run, and nothing was written', async () => {
      expect(await file({}, club.assistant)).toEqual({ ok: false, refusal: { code: 'not-an-athlete' } })
      await expectNothingWritten()
    })
  })
})
