import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Activity } from '#domain/activity/activity.ts'
import { cursorOf } from '#domain/activity/logged-runs.ts'
import { instant, type LocalTime, localDay, MINUTE_MS } from '#kernel/instant.ts'
import { deleteActivities } from '#usecases/activity/delete-activities.ts'
import { type EditActivity, editActivity } from '#usecases/activity/edit-activity.ts'
import { getRun } from '#usecases/activity/get-run.ts'
import { listRuns, type RunsPlace } from '#usecases/activity/list-runs.ts'
import { logFile } from '#usecases/activity/log-file.ts'
import { logLine } from '#usecases/activity/log-line.ts'
import { ask } from '#usecases/ask.ts'
import { perform } from '#usecases/perform.ts'
import { measuredRun } from '../fixtures/measured-run.ts'
import { setStatus, type TestClub, testClub } from '../fixtures/test-club.ts'
import { by, TEST_NOW, type TestEngine, testEngine } from '../fixtures/test-engine.ts'

describe('a logged run', () => {
  let engine: TestEngine
  let club: TestClub

  beforeEach(async () => {
    engine = await testEngine()
    club = await testClub(engine)
  })
  afterEach(() => engine.close())

  async function logged(text: string, who: string = club.ana): Promise<Activity> {
    const done = await perform(engine, by(who), logLine, { text, isAgain: true })
    if (!done.ok) throw new Error(done.refusal.code)
    return done.value.activity
  }
  const edit = (activity: Activity, change: EditActivity['change'], who: string = club.ana) =>
    perform(engine, by(who), editActivity, { activityId: activity.id, change })
  const remove = (activities: Activity[], who: string = club.ana) =>
    perform(engine, by(who), deleteActivities, { activityIds: activities.map(({ id }) => id) })
  const list = (place: RunsPlace = { kind: 'newest' }, who: string = club.ana) =>
    ask(engine, by(who).who, listRuns, place)
  const stored = () => engine.db.selectFrom('activities').selectAll().orderBy('id').execute()
  const audited = async () =>
    (await engine.db.selectFrom('audit_entries').select('action').orderBy('seq').execute()).map(
      entry => entry.action,
    )

  describe('is edited', () => {
    it('in the fields given alone, with what it was and is in the audit', async () => {
      const run = await logged('8.2km 45:10 easy at 7:00')
      engine.setNow(instant(TEST_NOW + MINUTE_MS))
      const edited = await edit(run, { distanceCm: 830_000, note: ' windy ' })
      expect(edited).toEqual({
        ok: true,
        value: { ...run, distanceCm: 830_000, note: 'windy', updatedAt: TEST_NOW + MINUTE_MS },
      })
      expect(await stored()).toMatchObject([{ distance_cm: 830_000, note: 'windy', name: run.name }])
      expect(await audited()).toEqual(['activity.logged', 'activity.edited'])
      const details = await engine.db.selectFrom('audit_details').selectAll().orderBy('seq').execute()
      expect(details[1]?.detail_json).toContain('820000')
      expect(details[1]?.detail_json).toContain('830000')
    })

    it('without a trace when nothing is different', async () => {
      const run = await logged('8.2km 45:10 easy at 7:00')
      engine.setNow(instant(TEST_NOW + MINUTE_MS))
      expect(await edit(run, { name: run.name, note: '', subType: 'easy-run' })).toEqual({
        ok: true,
        value: run,
      })
      expect(await audited()).toEqual(['activity.logged'])
    })

    it('to another start on its own wall clock, and its day follows', async () => {
      const run = await logged('8.2km 45:10 easy at 7:00')
      const at = '23:30' as LocalTime
      expect(await edit(run, { start: { on: localDay('2026-10-24'), at } })).toMatchObject({
        ok: true,
        // Summer time until the night after.
        value: { startedAt: Date.UTC(2026, 9, 24, 21, 30), localOn: '2026-10-24', name: 'Night easy run' },
      })
    })

    it('to another day at the same time of day', async () => {
      const run = await logged('8.2km 45:10 easy at 7:00')
      expect(await edit(run, { start: { on: localDay('2026-11-18'), at: null } })).toMatchObject({
        ok: true,
        value: { startedAt: Date.UTC(2026, 10, 18, 6, 0), localOn: '2026-11-18' },
      })
    })

    it('and its default name follows, but a name of its athlete’s stays', async () => {
      const morning = await logged('8.2km 45:10 easy at 7:00')
      expect(await edit(morning, { name: morning.name, subType: 'tempo' })).toMatchObject({
        value: { name: 'Morning tempo run' },
      })
      const untimed = await logged('12km 1:10:00 easy yesterday')
      expect(await edit(untimed, { subType: 'race' })).toMatchObject({ value: { name: 'Race' } })
      expect(await edit(untimed, { name: 'Oslo 10' })).toMatchObject({ value: { name: 'Oslo 10' } })
      expect(await edit(untimed, { subType: 'easy-run' })).toMatchObject({ value: { name: 'Oslo 10' } })
      expect(await edit(untimed, { name: '' })).toMatchObject({ value: { name: 'Midday easy run' } })
    })

    it('keeping the pauses that its device saw', async () => {
      const measured = measuredRun({ elapsedMs: measuredRun().durationMs + 5 * MINUTE_MS })
      const done = await perform(engine, by(club.ana), logFile, {
        source: 'fit' as const,
        sha256: 'a'.repeat(64),
        activities: [measured],
        note: '',
      })
      const run = done.ok ? done.value.logged[0] : undefined
      if (!run) throw new Error('not logged')
      expect(await edit(run, { durationMs: 40 * MINUTE_MS })).toMatchObject({
        value: { durationMs: 40 * MINUTE_MS, elapsedMs: 45 * MINUTE_MS, fileSha256: 'a'.repeat(64) },
      })
    })

    it.each<[string, EditActivity['change'], string]>([
      ['impossible', { durationMs: 10 * MINUTE_MS }, 'faster-than-world-record'],
      ['in the future', { start: { on: localDay('2026-11-21'), at: null } }, 'day-in-future'],
      ['too long a name', { name: 'x'.repeat(81) }, 'activity-name-too-long'],
      [
        'the same as another run',
        { start: { on: localDay('2026-11-19'), at: '12:00' as LocalTime } },
        'activity-duplicate',
      ],
      [
        'more than fits into its day',
        { subType: 'ride', durationMs: 13 * 60 * MINUTE_MS, start: { on: localDay('2026-11-18'), at: null } },
        'day-too-full',
      ],
    ])('not to something %s, and nothing was written', async (_, change, code) => {
      await logged('8.2km 45:10 easy yesterday')
      await logged('ride 12h wednesday')
      const run = await logged('8.2km 45:10 easy at 7:00')
      const before = await stored()
      expect(await edit(run, change)).toMatchObject({ ok: false, refusal: { code } })
      expect(await stored()).toEqual(before)
      expect(await audited()).toHaveLength(3)
    })

    it('by nobody else, coaches included, and nothing was written', async () => {
      const run = await logged('8.2km 45:10 easy at 7:00')
      expect(await edit(run, { note: 'x' }, club.ben)).toEqual({
        ok: false,
        refusal: { code: 'activity-gone' },
      })
      expect(await edit(run, { note: 'x' }, club.headCoach)).toEqual({
        ok: false,
        refusal: { code: 'not-an-athlete' },
      })
      expect(await ask(engine, by(club.ben).who, getRun, run.id)).toEqual({
        ok: false,
        refusal: { code: 'activity-gone' },
      })
      expect(await stored()).toMatchObject([{ note: '' }])
      expect(await audited()).toEqual(['activity.logged'])
    })
  })

  describe('is deleted', () => {
    it('for good, and audited with what it was', async () => {
      const run = await logged('8.2km 45:10 easy at 7:00')
      expect(await remove([run])).toEqual({ ok: true, value: [run] })
      expect(await stored()).toEqual([])
      expect(await audited()).toEqual(['activity.logged', 'activity.deleted'])
      expect(await remove([run])).toEqual({ ok: false, refusal: { code: 'activity-gone' } })
      expect(await audited()).toHaveLength(2)
    })

    it('together with others, passing over those that are gone', async () => {
      const [one, two] = [await logged('8.2km 45:10 easy at 7:00'), await logged('5km 30:00 easy at 12:00')]
      await remove([one])
      expect(await remove([one, two, two])).toEqual({ ok: true, value: [two] })
      expect(await audited()).toHaveLength(4)
    })

    it('once by ten clicks at the same time', async () => {
      const run = await logged('8.2km 45:10 easy at 7:00')
      const all = await Promise.all(Array.from({ length: 10 }, () => remove([run])))
      expect(all.filter(result => result.ok)).toHaveLength(1)
      expect(await audited()).toEqual(['activity.logged', 'activity.deleted'])
    })

    it('by its athlete even when suspended, and by nobody else', async () => {
      const run = await logged('8.2km 45:10 easy at 7:00')
      for (const who of [club.ben, club.headCoach]) {
        expect(await remove([run], who)).toEqual({ ok: false, refusal: { code: 'activity-gone' } })
      }
      expect(await stored()).toHaveLength(1)
      await setStatus(engine, club.accounts.UANA, 'suspended')
      expect(await remove([run])).toMatchObject({ ok: true })
    })
  })

  describe('is listed', () => {
    it('newest first, five a page, forth and back, those of one start in a fixed order', async () => {
      const hours = [6, 7, 8, 9, 10, 11, 12].map(hour => `${hour}:00`)
      for (const at of hours) await logged(`3km 20:00 easy at ${at}`)
      await perform(engine, by(club.ana), logLine, { text: 'strength 20min at 12:00', isAgain: true })
      await logged('3km 20:00 easy', club.ben)
      const first = await list()
      if (!first.ok) throw new Error('refused')
      const { runs, hasNewer, hasOlder, today } = first.value
      expect({ hasNewer, hasOlder, today }).toEqual({ hasNewer: false, hasOlder: true, today: '2026-11-20' })
      expect(runs.map(run => run.name)).toEqual([
        'Midday strength session',
        'Midday easy run',
        'Midday easy run',
        'Morning easy run',
        'Morning easy run',
      ])
      const last = runs.at(-1)
      const older = last && (await list({ kind: 'older', cursor: cursorOf(last) }))
      if (!older?.ok) throw new Error('refused')
      expect(older.value).toMatchObject({ hasNewer: true, hasOlder: false })
      expect(older.value.runs).toHaveLength(3)
      const [firstOlder] = older.value.runs
      const newer = firstOlder && (await list({ kind: 'newer', cursor: cursorOf(firstOlder) }))
      expect(newer).toEqual(first)
    })

    it('from where it stood when the run there was deleted, and from the newest when the page is empty', async () => {
      const old = await logged('3km 20:00 easy at 6:00')
      const mid = await logged('3km 20:00 easy at 9:00')
      const fresh = await logged('3km 20:00 easy at 12:00')
      await remove([mid])
      const there = await list({ kind: 'from', cursor: cursorOf(mid) })
      expect(there).toMatchObject({ ok: true, value: { runs: [{ id: old.id }], hasNewer: true } })
      await remove([old])
      const empty = await list({ kind: 'from', cursor: cursorOf(mid) })
      expect(empty).toMatchObject({ ok: true, value: { runs: [{ id: fresh.id }], hasNewer: false } })
    })

    it('to suspended members too, and to strangers not', async () => {
      await logged('3km 20:00 easy at 6:00')
      await setStatus(engine, club.accounts.UANA, 'suspended')
      expect(await list()).toMatchObject({ ok: true, value: { runs: [{}] } })
      expect(await list(undefined, club.stranger)).toMatchObject({
        ok: false,
        refusal: { code: 'not-a-member' },
      })
    })
  })
})
