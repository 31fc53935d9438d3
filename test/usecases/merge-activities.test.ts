import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Measured } from '#domain/activity/activity.ts'
import { decodeActivityFile } from '#ingest/decode-activity-file.ts'
import { packFile } from '#ingest/pack-file.ts'
import { instant, MINUTE_MS } from '#kernel/instant.ts'
import { deleteActivities } from '#usecases/activity/delete-activities.ts'
import { editActivity } from '#usecases/activity/edit-activity.ts'
import { listRuns } from '#usecases/activity/list-runs.ts'
import { logFile } from '#usecases/activity/log-file.ts'
import { logLine } from '#usecases/activity/log-line.ts'
import { removeFile } from '#usecases/activity/remove-file.ts'
import { unmergeActivity } from '#usecases/activity/unmerge-activity.ts'
import { ask } from '#usecases/ask.ts'
import { perform } from '#usecases/perform.ts'
import { HAS_REAL_FILES, REAL_FILES_NOTE, realFile } from '../activity-files/real-files.ts'
import { measuredRun } from '../fixtures/measured-run.ts'
import { type TestClub, testClub } from '../fixtures/test-club.ts'
import { by, type TestEngine, testEngine } from '../fixtures/test-engine.ts'
import { wholeDatabase } from '../fixtures/whole-database.ts'

describe('a run that came from several sources', () => {
  let engine: TestEngine
  let club: TestClub
  beforeEach(async () => {
    engine = await testEngine()
    club = await testClub(engine)
  })
  afterEach(() => engine.close())

  const stored = () => engine.db.selectFrom('activities').selectAll().orderBy('started_at').execute()
  const files = () => engine.db.selectFrom('activity_files').selectAll().execute()
  const act = <Input, Value, Refusal>(
    useCase: Parameters<typeof perform<Input, Value, Refusal>>[2],
    input: Input,
    who: string = club.ana,
  ) => perform(engine, by(who), useCase, input)

  async function dropped(source: 'fit' | 'gpx', activities: Measured[], note = '') {
    const bytes = new TextEncoder().encode(`${source}${activities.length}`)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const file = { sha256, format: source, sizeBytes: bytes.length, packed: await packFile(bytes) } as const
    return act(logFile, { source, sha256, activities, note, file })
  }

  async function droppedReal(name: string) {
    const bytes = realFile(name)
    const decoded = decodeActivityFile(bytes, name)
    if (!decoded.ok) throw new Error(decoded.refusal.code)
    const { format, sha256, activities } = decoded.value
    const packed = await packFile(bytes)
    return act(logFile, {
      source: format,
      sha256,
      activities,
      note: '',
      file: { sha256, format, sizeBytes: bytes.length, packed },
    })
  }

  it.skipIf(!HAS_REAL_FILES)(`is one, in whatever order its files come${REAL_FILES_NOTE}`, async () => {
    const [fit, tcx] = ['run-hilly-fr945-sloatsburg.fit', 'run-hilly-fr945-sloatsburg.tcx.gz'] as const
    await droppedReal(tcx)
    expect(await droppedReal(fit)).toMatchObject({
      ok: true,
      value: { merged: [{ before: { source: 'tcx' } }] },
    })
    const [once] = await stored()
    await act(deleteActivities, { activityIds: [once?.id ?? ''] })
    expect(await files()).toEqual([])
    await droppedReal(fit)
    await droppedReal(tcx)
    const [row, ...others] = await stored()
    expect(others).toEqual([])
    expect(row).toMatchObject({
      source: 'fit',
      distance_cm: once?.distance_cm,
      duration_ms: once?.duration_ms,
    })
    for (const name of [fit, tcx]) {
      expect(await droppedReal(name)).toMatchObject({ refusal: { code: 'activity-duplicate-file' } })
    }
    expect((await files()).map(file => file.format).sort()).toEqual(['fit', 'tcx'])
  })

  it('is two again by hand, with what each had, and stays so', async () => {
    await act(logLine, { text: '8.2km 45:00 tempo today at 16:00 "hot"', isAgain: false })
    const done = await dropped('fit', [measuredRun({ averageHeartRate: 150 })], 'with Ben')
    const merged = done.ok ? done.value.merged[0] : undefined
    const id = merged?.activity.id ?? ''
    expect(await stored()).toMatchObject([{ id, source: 'fit', sub_type: 'tempo', note: 'hot\nwith Ben' }])
    await act(editActivity, { activityId: id, change: { perceivedEffort: 7 } })

    expect(await act(unmergeActivity, { activityId: id, originId: merged?.originId ?? '' })).toMatchObject({
      ok: true,
    })
    const rows = await stored()
    expect(rows).toMatchObject([
      { id, source: 'line', sub_type: 'tempo', duration_ms: 2_700_000, note: 'hot', perceived_effort: 7 },
      {
        source: 'fit',
        sub_type: 'easy-run',
        duration_ms: 2_710_000,
        average_heart_rate: 150,
        note: 'with Ben',
      },
    ])
    // Each may be changed beside the other, though they look the same.
    expect(await act(editActivity, { activityId: id, change: { name: 'Track' } })).toMatchObject({ ok: true })
    expect(await dropped('fit', [measuredRun({ averageHeartRate: 150 })])).toMatchObject({
      refusal: { code: 'activity-duplicate-file' },
    })
    const before = await wholeDatabase(engine)
    expect(await act(unmergeActivity, { activityId: id, originId: null })).toMatchObject({
      refusal: { code: 'activity-not-merged' },
    })
    expect(await act(unmergeActivity, { activityId: id, originId: null }, club.ben)).toMatchObject({
      refusal: { code: 'activity-gone' },
    })
    expect(await wholeDatabase(engine)).toEqual(before)
  })

  it('stays hidden on both sides of a split when its athlete hid it', async () => {
    await act(logLine, { text: '8.2km 45:00 tempo today at 16:00', isAgain: false })
    const done = await dropped('fit', [measuredRun()])
    const id = (done.ok && done.value.merged[0]?.activity.id) || ''
    await act(editActivity, { activityId: id, change: { visibility: 'hide' } })
    expect(await act(unmergeActivity, { activityId: id, originId: null })).toMatchObject({ ok: true })
    expect((await stored()).map(row => row.visibility)).toEqual(['hide', 'hide'])
  })

  it('is shown as such in the list, where its file can be removed for good', async () => {
    await dropped('gpx', [measuredRun()])
    await dropped('fit', [measuredRun({ startedAt: instant(measuredRun().startedAt + MINUTE_MS) })])
    const [row] = await stored()
    const id = row?.id ?? ''
    const list = () => ask(engine, by(club.ana).who, listRuns, { kind: 'newest' })
    expect(await list()).toMatchObject({
      ok: true,
      value: { merged: new Set([id]), withFile: new Set([id]) },
    })
    const [kept] = await files()
    expect(new TextDecoder().decode(gunzipSync(kept?.packed ?? new Uint8Array()))).toMatch(/^(fit|gpx)1$/)
    expect(await act(removeFile, { activityId: id }, club.ben)).toMatchObject({
      refusal: { code: 'activity-gone' },
    })
    expect(await files()).toHaveLength(2)
    expect(await act(removeFile, { activityId: id })).toMatchObject({ ok: true, value: { id } })
    expect(await files()).toEqual([])
    expect(await list()).toMatchObject({ ok: true, value: { withFile: new Set() } })
    expect(await act(removeFile, { activityId: id })).toMatchObject({
      refusal: { code: 'activity-file-gone' },
    })
    expect(await stored()).toHaveLength(1)
  })
})
