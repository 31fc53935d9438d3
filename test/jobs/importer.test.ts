import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ImportProgress } from '#domain/activity/import-job.ts'
import { decodeActivityFile } from '#ingest/decode-activity-file.ts'
import type { FileDecoder } from '#ingest/ingest-pool.ts'
import { createImporter, type Importer } from '#jobs/importer.ts'
import { DAY_MS } from '#kernel/instant.ts'
import { refuse } from '#kernel/result.ts'
import { readImportSummary } from '#store/import-store.ts'
import { cancelImport } from '#usecases/import/end-import.ts'
import { importSlice } from '#usecases/import/import-slice.ts'
import { startImport } from '#usecases/import/start-import.ts'
import { perform } from '#usecases/perform.ts'
import { importProgress, importSummary, refusedCsv } from '#views/import-words.ts'
import { manyRuns, stravaList, zipOf } from '../activity-files/strava-export.ts'
import { silentLogger } from '../fixtures/silent-logger.ts'
import { type TestClub, testClub } from '../fixtures/test-club.ts'
import { by, TEST_NOW, type TestEngine, testEngine } from '../fixtures/test-engine.ts'
import { wholeDatabase } from '../fixtures/whole-database.ts'

const inThisThread: FileDecoder = {
  decode: async (bytes, name) => decodeActivityFile(bytes, name),
  close: async () => {},
}

describe('an archive', () => {
  let engine: TestEngine
  let club: TestClub
  let folder: string
  let told: ImportProgress[]
  beforeEach(async () => {
    engine = await testEngine()
    club = await testClub(engine)
    folder = await mkdtemp(join(tmpdir(), 'imports-'))
    told = []
  })
  afterEach(async () => {
    await engine.close()
    await rm(folder, { recursive: true, force: true })
  })

  const importerOf = (decoder = inThisThread): Importer =>
    createImporter({
      engine,
      decoder,
      logger: silentLogger,
      folder,
      tell: async progress => {
        told.push(progress)
      },
    })
  const stored = () => engine.db.selectFrom('activities').selectAll().orderBy('started_at').execute()
  const body = async function* (bytes: Uint8Array) {
    for (let at = 0; at < bytes.length; at += 10_000) yield bytes.subarray(at, at + 10_000)
  }

  async function begun(importer: Importer, bytes: Uint8Array, fileName = 'export.zip') {
    const kept = await importer.keep(body(bytes))
    if (!kept.ok) throw new Error(kept.refusal.code)
    const input = { ...kept.value, fileName, channelId: 'D0ANA', messageTs: '1.1' }
    const done = await perform(engine, by(club.ana), startImport, input)
    if (!done.ok) throw new Error(done.refusal.code)
    return done.value.id
  }

  async function imported(bytes: Uint8Array) {
    const importer = importerOf()
    const id = await begun(importer, bytes)
    importer.wake()
    await importer.settled()
    const summary = await readImportSummary(engine.db, club.organizationId, id)
    if (!summary) throw new Error('no summary')
    return summary
  }

  it('of files is read in order, names that lead elsewhere too, and says what it left aside', async () => {
    const [first, second] = manyRuns(2, TEST_NOW - 5 * DAY_MS)
    const summary = await imported(
      zipOf({
        '../../etc/first.fit.gz': first?.bytes ?? '',
        'again/first.fit.gz': first?.bytes ?? '',
        'deep/second.gpx.gz': second?.bytes ?? '',
        'inner.zip': zipOf({ 'a.fit': 'x' }),
        'broken.fit': 'no such thing',
        'photo.jpg': 'x',
        '__MACOSX/._first.fit': 'x',
      }),
    )
    expect(summary).toMatchObject({
      job: { state: 'done', total: 5, nextEntry: 5, passedOver: 2 },
      counts: { added: 2, merged: 0, known: 1, refused: 2 },
      refused: [{ name: 'inner.zip' }, { name: 'broken.fit' }],
    })
    const said = importSummary(summary).text
    expect(said).toContain('2 new, 1 there already')
    expect(said).toContain('inner.zip: It is a ZIP archive within another file')
    expect(refusedCsv(summary.refused)).toContain('broken.fit,"I do not find a recording')
    expect(await readdir(folder)).toEqual([])
    expect(await stored()).toHaveLength(2)
    const notices = await engine.db.selectFrom('outbox').select('kind').execute()
    expect(notices).toEqual([{ kind: 'import-summary' }])
  })

  it('of Strava gives names, kinds, notes and efforts, and what was typed there', async () => {
    const [run, ride] = manyRuns(2, Date.UTC(2026, 10, 1, 7))
    const list = stravaList([
      {
        id: '1000',
        date: 'Nov 1, 2026, 7:00:00 AM',
        name: 'Harbour, "fast"',
        type: 'Run',
        file: run?.path ?? '',
        description: 'with Ben',
        privateNote: 'left knee\nagain',
        effort: 7,
      },
      { id: '1001', date: 'Nov 2, 2026, 7:00:00 AM', name: 'To work', type: 'Ride', file: ride?.path ?? '' },
      {
        id: '1002',
        date: 'Nov 3, 2026, 6:30:00 PM',
        name: 'Track by hand',
        type: 'Run',
        meters: 6_000,
        seconds: 1_800,
      },
      { id: '1003', date: 'gone', name: 'No date', type: 'Run', seconds: 5 },
    ])
    const archive = zipOf({
      'activities.csv': list,
      [run?.path ?? '']: run?.bytes ?? '',
      [ride?.path ?? '']: ride?.bytes ?? '',
      'bikes.csv': 'x',
    })
    expect(await imported(archive)).toMatchObject({
      job: { isStravaExport: true, total: 4, passedOver: 1 },
      counts: { added: 3, refused: 1 },
    })
    expect(await stored()).toMatchObject([
      {
        name: 'Harbour, "fast"',
        sub_type: 'easy-run',
        note: 'with Ben\nleft knee\nagain',
        perceived_effort: 7,
        source: 'fit',
      },
      { name: 'To work', sub_type: 'ride', source: 'gpx' },
      {
        name: 'Track by hand',
        source: 'strava-export',
        distance_cm: 600_000,
        started_at: Date.UTC(2026, 10, 3, 18, 30),
      },
    ])
    expect(await imported(archive)).toMatchObject({ counts: { added: 0, known: 3, refused: 1 } })
    expect(await stored()).toHaveLength(3)
  })

  it('goes on after a crash where it was, and doubles nothing', async () => {
    const runs = manyRuns(120, TEST_NOW - 130 * DAY_MS)
    const archive = zipOf(Object.fromEntries(runs.map(run => [run.path, run.bytes])))
    let left = 70
    const dying: FileDecoder = {
      close: async () => {},
      decode: async (bytes, name) => {
        left -= 1
        if (left === 0) void crashing.stop()
        return decodeActivityFile(bytes, name)
      },
    }
    const crashing = importerOf(dying)
    const id = await begun(crashing, archive)
    crashing.wake()
    await crashing.settled()
    expect(await stored()).toHaveLength(100)
    expect(await readdir(folder)).toHaveLength(1)
    const again = importerOf()
    again.start()
    for (let tries = 0; tries < 1_000 && (await readdir(folder)).length > 0; tries += 1) await again.settled()
    expect(await stored()).toHaveLength(120)
    expect(await readImportSummary(engine.db, club.organizationId, id)).toMatchObject({
      job: { state: 'done' },
      counts: { added: 120 },
    })
    expect(importProgress(told.at(-1) as ImportProgress).text).toContain('120 of 120')
  })

  it('that is stopped stays stopped, with what it brought; another one waits for it', async () => {
    const runs = manyRuns(60, TEST_NOW - 70 * DAY_MS)
    const importer = importerOf()
    const id = await begun(importer, zipOf(Object.fromEntries(runs.map(run => [run.path, run.bytes]))))
    const before = await wholeDatabase(engine)
    const input = {
      id: 'other',
      fileName: 'b.zip',
      total: 1,
      isStravaExport: false,
      passedOver: 0,
      channelId: null,
      messageTs: null,
    }
    expect(await perform(engine, by(club.ana), startImport, input)).toMatchObject({
      refusal: { code: 'import-running' },
    })
    expect(await perform(engine, by(club.ben), cancelImport, id)).toMatchObject({
      refusal: { code: 'import-over' },
    })
    const slice = { importId: id, from: 3, entries: [] }
    expect(await perform(engine, by(club.ana), importSlice, slice)).toMatchObject({
      refusal: { code: 'import-over' },
    })
    expect(await wholeDatabase(engine)).toEqual(before)
    expect(await perform(engine, by(club.ana), cancelImport, id)).toMatchObject({ ok: true })
    await importer.forget(id)
    importer.wake()
    await importer.settled()
    expect(await stored()).toEqual([])
    expect(await readdir(folder)).toHaveLength(0)
  })

  it.each([
    ['archive-damaged', () => new Uint8Array(500).fill(7)],
    ['archive-damaged', () => zipOf({ 'a.fit': 'x'.repeat(500) }).subarray(0, -30)],
    ['archive-without-activities', () => zipOf({ 'a.jpg': 'x' })],
    ['archive-too-many-entries', () => claiming(zipOf({ 'a.fit': 'x' }), 10_001)],
    ['archive-encrypted', () => encrypted(zipOf({ 'a.fit': 'secret' }))],
  ])('is refused whole: %s', async (code, bytes) => {
    expect(await importerOf().keep(body(bytes()))).toMatchObject({ ok: false, refusal: { code } })
    expect(await readdir(folder)).toEqual([])
  })

  it('waits where the reader is busy with what others dropped, and refuses nothing for that', async () => {
    let busy = 3
    const importer = importerOf({
      ...inThisThread,
      decode: async (bytes, name) => {
        busy -= 1
        return busy === 1 || busy === 0 ? refuse({ code: 'too-busy' }) : decodeActivityFile(bytes, name)
      },
    })
    const [one, two] = manyRuns(2, TEST_NOW - 5 * DAY_MS)
    const id = await begun(
      importer,
      zipOf({ 'one.fit.gz': one?.bytes ?? '', 'two.gpx.gz': two?.bytes ?? '' }),
    )
    importer.wake()
    await importer.settled()
    expect(await readImportSummary(engine.db, club.organizationId, id)).toMatchObject({
      job: { state: 'done' },
      counts: { added: 2, refused: 0 },
    })
  })

  it('unpacks no bomb', async () => {
    const summary = await imported(zipOf({ 'bomb.gpx': new Uint8Array(4_000_000), 'b.fit': 'x' }))
    expect(summary.refused[0]).toMatchObject({ name: 'bomb.gpx', refusal: { code: 'unpacked-too-large' } })
    expect(await stored()).toEqual([])
  })
})

/** Sets the flag that says so, in the entry and in the directory. */
function encrypted(zip: Uint8Array): Uint8Array {
  const bytes = Uint8Array.from(zip)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at + 4 < bytes.length; at += 1) {
    const signature = view.getUint32(at, true)
    if (signature === 0x04034b50) view.setUint16(at + 6, view.getUint16(at + 6, true) | 1, true)
    if (signature === 0x02014b50) view.setUint16(at + 8, view.getUint16(at + 8, true) | 1, true)
  }
  return bytes
}

/** Says in its directory's end that it has so many entries. */
function claiming(zip: Uint8Array, entries: number): Uint8Array {
  const bytes = Uint8Array.from(zip)
  const view = new DataView(bytes.buffer)
  view.setUint16(bytes.length - 14, entries, true)
  view.setUint16(bytes.length - 12, entries, true)
  return bytes
}
