import type { ArchiveRefusal } from '#domain/activity/archive-refusal.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { Archive, ArchiveEntry } from './open-archive.ts'
import { readStravaList, type StravaLine } from './strava-list.ts'

/** One thing to be read: a file, with what the list says of it, or a line of the list alone. */
export type ArchiveItem =
  | { kind: 'file'; name: string; entry: ArchiveEntry; line: StravaLine | null }
  | { kind: 'line'; name: string; line: StravaLine }

export type ArchivePlan = {
  /** Always the same for one archive, so that a place in it can be remembered. */
  items: readonly ArchiveItem[]
  isStravaExport: boolean
  /** Files that are no recordings by their name: photos, other lists. */
  passedOver: number
}

const RECORDING = /\.(?:fit|gpx|tcx)(?:\.gz)?$|\.zip$|\.gz$/i
const WITHOUT_EXTENSION = /(?:^|\/)[^./]+$/
const LEFT_ALONE = /(?:^|\/)(?:__MACOSX\/|\.[^./])/

/** What there is to read in an archive. Names matter only for telling recordings from photos, and for the list. */
export async function planArchive(archive: Archive): Promise<Result<ArchivePlan, ArchiveRefusal>> {
  const list = archive.entries.find(
    ({ path, isEncrypted }) => /(?:^|\/)activities\.csv$/i.test(path) && !isEncrypted,
  )
  const lines = list ? await readStravaList(archive.pieces(list)) : undefined
  const files = archive.entries.filter(
    ({ path }) => !LEFT_ALONE.test(path) && (RECORDING.test(path) || WITHOUT_EXTENSION.test(path)),
  )
  if (files.length > 0 && files.every(file => file.isEncrypted)) return refuse({ code: 'archive-encrypted' })
  // The list stands at the top of the export; its paths are told from there.
  const top = list?.path.slice(0, -'activities.csv'.length) ?? ''
  const lineOf = new Map((lines ?? []).map(line => [`${top}${line.file}`, line]))
  const items: ArchiveItem[] = files.map(entry => ({
    kind: 'file',
    name: baseName(entry.path),
    entry,
    line: lineOf.get(entry.path) ?? null,
  }))
  const there = new Set(files.map(file => file.path))
  for (const line of lines ?? []) {
    if (line.file !== '' && there.has(`${top}${line.file}`)) continue
    items.push({ kind: 'line', name: line.name || `activity ${line.id}`, line })
  }
  if (items.length === 0) return refuse({ code: 'archive-without-activities' })
  const passedOver = archive.entries.length - files.length - (lines ? 1 : 0)
  return ok({ items, isStravaExport: lines !== undefined, passedOver })
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
