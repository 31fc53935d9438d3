import type { FileRefusal } from '#domain/activity/file-refusal.ts'
import type { FileDecoder } from '#ingest/ingest-pool.ts'
import { packFile } from '#ingest/pack-file.ts'
import { kindOfLine, measureLine } from '#ingest/zip/line-words.ts'
import type { Archive } from '#ingest/zip/open-archive.ts'
import type { ArchiveItem } from '#ingest/zip/plan-archive.ts'
import type { StravaLine } from '#ingest/zip/strava-list.ts'
import type { GivenWords, ReadEntry } from '#usecases/import/import-slice.ts'

/** Entries of one transaction, */
const SLICE_ENTRIES = 50
/** and bytes of their files in gzip, which wait in memory for it. */
const SLICE_BYTES = 8 * 1024 * 1024

/** As long as whatever waits before it may take. */
const BUSY_TRIES = 6_000
const BUSY_WAIT_MS = 50

/** Reads the entries of an archive that come next: at least one, unless there are none. */
export async function readSlice(
  archive: Archive,
  items: readonly ArchiveItem[],
  from: number,
  decoder: FileDecoder,
): Promise<ReadEntry[]> {
  const read: ReadEntry[] = []
  let bytes = 0
  for (const item of items.slice(from, from + SLICE_ENTRIES)) {
    const entry = item.kind === 'line' ? readLine(item) : await readFile(archive, item, decoder)
    read.push(entry)
    if (entry.kind === 'read') bytes += entry.file?.packed.length ?? 0
    if (bytes >= SLICE_BYTES) break
  }
  return read
}

async function readFile(
  archive: Archive,
  { name, entry, line }: Extract<ArchiveItem, { kind: 'file' }>,
  decoder: FileDecoder,
): Promise<ReadEntry> {
  const refused = (refusal: FileRefusal): ReadEntry => ({ kind: 'refused', name, refusal })
  const bytes = await archive.read(entry)
  if (!bytes.ok) return refused(bytes.refusal)
  const decoded = await decodeInTurn(decoder, bytes.value, name)
  if (!decoded.ok) return refused(decoded.refusal)
  const { format, sha256, activities } = decoded.value
  const file = { sha256, format, sizeBytes: bytes.value.length, packed: await packFile(bytes.value) }
  return { kind: 'read', name, source: format, activities, file, given: line && givenBy(line) }
}

/** What is dropped into conversations comes first; an archive waits for its turn rather than lose a file of it. */
async function decodeInTurn(decoder: FileDecoder, bytes: Uint8Array, name: string) {
  for (let tries = 1; ; tries += 1) {
    const decoded = await decoder.decode(bytes, name)
    if (decoded.ok || decoded.refusal.code !== 'too-busy' || tries === BUSY_TRIES) return decoded
    await new Promise(resolve => setTimeout(resolve, BUSY_WAIT_MS))
  }
}

function readLine({ name, line }: Extract<ArchiveItem, { kind: 'line' }>): ReadEntry {
  const measured = measureLine(line)
  if (!measured.ok) return { kind: 'refused', name, refusal: measured.refusal }
  const activities = [measured.value]
  return { kind: 'read', name, source: 'strava-export', activities, file: null, given: givenBy(line) }
}

function givenBy(line: StravaLine): GivenWords {
  const { id, name, note, perceivedEffort } = line
  return { externalId: `strava:${id}`, name, subType: kindOfLine(line), note, perceivedEffort }
}
