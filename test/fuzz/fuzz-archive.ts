import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { measureLine } from '#ingest/zip/line-words.ts'
import { openArchive } from '#ingest/zip/open-archive.ts'
import { planArchive } from '#ingest/zip/plan-archive.ts'
import { readStravaList } from '#ingest/zip/strava-list.ts'
import { stravaList, zipOf } from '../activity-files/strava-export.ts'
import type { FuzzReport } from './fuzz-ingest.ts'
import { mutate, randomFrom } from './mutate.ts'

const LIST = stravaList([
  {
    id: '1',
    date: 'Nov 1, 2026, 7:00:00 AM',
    name: 'Harbour, "fast"',
    type: 'Run',
    file: 'activities/1.fit.gz',
    privateNote: 'knee\nagain',
    effort: 7,
  },
  { id: '2', date: '3 Nov 2026, 18:30:00', name: 'Track', type: 'Ride', meters: 6_000, seconds: 1_800 },
])
const ARCHIVE = zipOf({ 'activities.csv': LIST, 'activities/1.fit.gz': 'no fit', 'b.gpx': '<gpx/>' })

/** The list in a Strava export, and archives: whatever is in them, reading ends, and gives figures that are numbers. */
export const FUZZ_ARCHIVES = { csv: fuzzList, zip: fuzzZip } as const

export async function fuzzArchive(
  parser: keyof typeof FUZZ_ARCHIVES,
  inputs: number,
  seed: number,
): Promise<FuzzReport> {
  const random = randomFrom(seed)
  const file = parser === 'csv' ? new TextEncoder().encode(LIST) : ARCHIVE
  const report: FuzzReport = { parser, inputs, accepted: 0, slowestMs: 0, failures: [] }
  const folder = mkdtempSync(join(tmpdir(), 'fuzz-archive-'))
  try {
    for (let input = 0; input < inputs; input += 1) {
      const mutant = mutate(file, random)
      const startedAt = performance.now()
      try {
        const found = await FUZZ_ARCHIVES[parser](mutant, join(folder, 'a.zip'))
        if (found === 'accepted') report.accepted += 1
        else if (found) report.failures.push({ input, why: found })
      } catch (error) {
        report.failures.push({ input, why: String(error) })
      }
      report.slowestMs = Math.max(report.slowestMs, performance.now() - startedAt)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return report
}

async function fuzzList(mutant: Uint8Array): Promise<string | undefined> {
  const lines = await readStravaList(
    (async function* () {
      yield mutant
    })(),
  )
  for (const line of lines ?? []) {
    const measured = measureLine(line)
    if (!measured.ok) continue
    const { startedAt, durationMs, elapsedMs, distanceCm, climbCm } = measured.value
    const whole = [startedAt, durationMs, elapsedMs, distanceCm ?? 0, climbCm ?? 0]
    if (!whole.every(Number.isSafeInteger)) return `no whole number among ${whole.join()}`
  }
  return lines ? 'accepted' : undefined
}

async function fuzzZip(mutant: Uint8Array, path: string): Promise<string | undefined> {
  writeFileSync(path, mutant)
  const archive = await openArchive(path)
  if (!archive.ok) return undefined
  try {
    const plan = await planArchive(archive.value)
    if (!plan.ok) return undefined
    for (const item of plan.value.items) {
      if (item.kind === 'file') await archive.value.read(item.entry)
    }
    return 'accepted'
  } finally {
    archive.value.close()
  }
}
