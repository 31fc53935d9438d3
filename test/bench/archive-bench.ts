import { createReadStream } from 'node:fs'
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { createFileDecoder } from '#ingest/ingest-pool.ts'
import { createImporter } from '#jobs/importer.ts'
import { instant } from '#kernel/instant.ts'
import { connectSqlite } from '#store/connect.ts'
import { migrate } from '#store/migrate.ts'
import { startImport } from '#usecases/import/start-import.ts'
import { type Engine, perform } from '#usecases/perform.ts'
import { expectedFiles, realFile } from '../activity-files/real-files.ts'
import { manyRuns, zipOf } from '../activity-files/strava-export.ts'
import { silentLogger } from '../fixtures/silent-logger.ts'
import { testClub } from '../fixtures/test-club.ts'
import { by, countingIds } from '../fixtures/test-engine.ts'
import type { BenchRow } from './bench-row.ts'

const FILES = 3_000
const FIRST = Date.UTC(2015, 0, 1, 6)
const MEMORY_LIMIT_MB = 300
const DELAY_LIMIT_MS = 20

/** An archive of 3,000 files end to end into a database on disk: its rate, the memory it takes and how it holds up others. */
export async function archiveBench(): Promise<BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'archive-bench-'))
  const path = join(folder, 'export.zip')
  await writeFile(path, archive())
  globalThis.gc?.()
  const db = connectSqlite(join(folder, 'bench.db'))
  await migrate(db)
  const now = () => instant(Date.now())
  const engine: Engine = {
    db,
    businessNow: now,
    realNow: now,
    newId: countingIds(),
    auditKey: new Uint8Array(32).fill(7),
    wakeOutbox: () => {},
  }
  const club = await testClub(engine)
  const decoder = createFileDecoder()
  const importer = createImporter({
    engine,
    decoder,
    logger: silentLogger,
    folder: join(folder, 'imports'),
    tell: async () => {},
  })
  const before = process.memoryUsage.rss()
  let peak = before
  const watching = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }, 20)
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const startedAt = performance.now()
  const kept = await importer.keep(createReadStream(path))
  if (!kept.ok) throw new Error(kept.refusal.code)
  await perform(engine, by(club.ana), startImport, {
    ...kept.value,
    fileName: 'export.zip',
    channelId: null,
    messageTs: null,
  })
  importer.wake()
  await importer.settled()
  const seconds = (performance.now() - startedAt) / 1_000
  delay.disable()
  clearInterval(watching)
  const megabytes = (await stat(path)).size / 1e6
  const logged = await db.selectFrom('activities').select('id').execute()
  await decoder.close()
  await db.destroy()
  await rm(folder, { recursive: true, force: true })
  if (logged.length < FILES) throw new Error(`only ${logged.length} of ${FILES} were imported`)
  const grown = (peak - before) / 2 ** 20
  const p99 = delay.percentile(99) / 1e6
  return [
    {
      name: `archive of ${FILES} files, ${megabytes.toFixed(0)} MB`,
      ours: FILES / seconds,
      peer: 100,
      ratio: 100 / (FILES / seconds),
      unit: 'files/s',
    },
    {
      name: 'its memory at the peak, against the limit',
      ours: grown,
      peer: MEMORY_LIMIT_MB,
      ratio: grown / MEMORY_LIMIT_MB,
      unit: 'MB',
    },
    {
      name: 'delay of others meanwhile (p99), against the limit',
      ours: p99,
      peer: DELAY_LIMIT_MS,
      ratio: p99 / DELAY_LIMIT_MS,
      unit: 'ms',
    },
  ]
}

/** Made runs, and where they are there one of the real files among every thirty. */
function archive(): Uint8Array {
  const real = expectedFiles().filter(file => /\.(fit|gpx|tcx)$/.test(file.file) && file.crcOk !== false)
  const files: Record<string, Uint8Array> = {}
  for (const { path, bytes } of manyRuns(FILES, FIRST)) files[path] = bytes
  for (const [at, { file }] of real.entries()) files[`activities/real-${at}-${file}`] = realFile(file)
  return zipOf(files)
}
