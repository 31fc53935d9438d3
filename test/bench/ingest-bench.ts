import { monitorEventLoopDelay } from 'node:perf_hooks'
import { gunzipSync } from 'node:zlib'
import { XMLParser } from 'fast-xml-parser'
import FitParser from 'fit-file-parser'
import { decodeActivityFile } from '#ingest/decode-activity-file.ts'
import { createFileDecoder } from '#ingest/ingest-pool.ts'
import { expectedFiles, realFile } from '../activity-files/real-files.ts'

/** `ours` and `peer` in `unit`; `ratio` is our time over the peer's, so that 1.25 means a quarter slower. */
export type BenchRow = { name: string; ours: number; peer: number; ratio: number; unit: string }

const ROUNDS = 7
const DELAY_LIMIT_MS = 20

/** Files a second of our decoder against the bare parser library on the same files; none where the real files are absent. */
export async function ingestBench(): Promise<BenchRow[]> {
  const sound = expectedFiles().filter(file => file.crcOk !== false)
  const named = (pattern: RegExp) =>
    sound.filter(file => pattern.test(file.file)).map(file => realFile(file.file))
  const sets: readonly (readonly [string, Uint8Array[], (bytes: Uint8Array) => unknown])[] = [
    ['FIT files', named(/\.fit$/), bareFit],
    ['GPX files', named(/^run.*\.gpx$/), bareXml],
    ['TCX files', named(/\.tcx(\.gz)?$/), bareXml],
  ]
  const rows = sets
    .filter(([, files]) => files.length > 0)
    .flatMap(([name, files, peer]) => compare(name, files, peer))
  const largest = named(/\.fit$/).toSorted((a, b) => b.length - a.length)[0]
  return largest ? [...rows, await holdUp(largest)] : rows
}

/** How long the event loop keeps others waiting while the worker reads a file again and again. */
async function holdUp(bytes: Uint8Array): Promise<BenchRow> {
  const decoder = createFileDecoder()
  await decoder.decode(bytes, 'a.fit')
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  for (let round = 0; round < ROUNDS; round += 1) await decoder.decode(bytes, 'a.fit')
  delay.disable()
  await decoder.close()
  const p99 = delay.percentile(99) / 1e6
  const name = `delay of others (p99) while ${(bytes.length / 1e6).toFixed(1)} MB of FIT are read, against the limit`
  return { name, ours: p99, peer: DELAY_LIMIT_MS, ratio: p99 / DELAY_LIMIT_MS, unit: 'ms' }
}

/** The two take turns, round by round, and the median round counts: what else the machine does falls on both. */
function compare(
  name: string,
  files: readonly Uint8Array[],
  peer: (bytes: Uint8Array) => unknown,
): BenchRow[] {
  const ours: number[] = []
  const theirs: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(secondsOf(files, bytes => decodeActivityFile(bytes, '')))
    theirs.push(secondsOf(files, peer))
  }
  const [our, their] = [median(ours), median(theirs)]
  const megabytes = files.reduce((total, file) => total + file.length, 0) / 1e6
  const ratio = our / their
  return [
    { name, ours: files.length / our, peer: files.length / their, ratio, unit: 'files/s' },
    { name: `${name}, as they come`, ours: megabytes / our, peer: megabytes / their, ratio, unit: 'MB/s' },
  ]
}

function secondsOf(files: readonly Uint8Array[], read: (bytes: Uint8Array) => unknown): number {
  const startedAt = performance.now()
  for (const file of files) read(file)
  return (performance.now() - startedAt) / 1_000
}

function bareFit(bytes: Uint8Array): unknown {
  let parsed: unknown
  new FitParser({ force: true, mode: 'list' }).parse(Buffer.from(bytes), (_error, data) => {
    parsed = data
  })
  return parsed
}

/** With attributes, without which a GPX file has no places. */
function bareXml(bytes: Uint8Array): unknown {
  const text = new TextDecoder().decode(bytes[0] === 0x1f ? gunzipSync(bytes) : bytes)
  return new XMLParser({ ignoreAttributes: false }).parse(text)
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
