import type { Readable } from 'node:stream'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import type { ArchiveRefusal } from '#domain/activity/archive-refusal.ts'
import type { FileRefusal } from '#domain/activity/file-refusal.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { FILE_LIMIT_BYTES, UNPACK_RATIO_LIMIT } from '../file-limits.ts'
import { ARCHIVE_ENTRIES_MOST, LIST_LIMIT_BYTES } from './archive-limits.ts'

/** A file in an archive. `path` is what the archive calls it: to be compared and shown, never to be written to. */
export type ArchiveEntry = { path: string; isEncrypted: boolean; entry: Entry }

export type Archive = {
  /** In the archive's own order; folders left out. */
  entries: readonly ArchiveEntry[]
  /** An entry's bytes, as far as a file may be long. */
  read(entry: ArchiveEntry): Promise<Result<Uint8Array, FileRefusal>>
  /** The same for a list, piece by piece. Rejects when it is damaged or too long. */
  pieces(entry: ArchiveEntry): AsyncIterable<Uint8Array>
  close(): void
}

/**
 * Opens a ZIP file by its directory; nothing is unpacked before it is read. Sizes are held against the archive's own
 * claims, and its claims against the limits.
 */
export async function openArchive(path: string): Promise<Result<Archive, ArchiveRefusal>> {
  let zip: ZipFile
  try {
    // Names stay bytes: the reader would refuse an archive for a name that we never use as one.
    zip = await openPromise(path, { lazyEntries: true, autoClose: false, decodeStrings: false })
  } catch {
    return refuse({ code: 'archive-damaged' })
  }
  const closed = <Refused extends ArchiveRefusal>(refusal: Refused) => {
    zip.close()
    return refuse<ArchiveRefusal>(refusal)
  }
  if (zip.entryCount > ARCHIVE_ENTRIES_MOST) {
    return closed({ code: 'archive-too-many-entries', limit: ARCHIVE_ENTRIES_MOST })
  }
  const entries: ArchiveEntry[] = []
  try {
    for await (const entry of zip.eachEntry()) {
      const name = pathOf(entry)
      if (!name.endsWith('/')) entries.push({ path: name, isEncrypted: entry.isEncrypted(), entry })
    }
  } catch {
    return closed({ code: 'archive-damaged' })
  }
  return ok({
    entries,
    read: entry => readEntry(zip, entry),
    pieces: entry => piecesOf(zip, entry),
    close: () => zip.close(),
  })
}

/** UTF-8, as everything writes it that these archives come from; old encodings lose their accents and nothing else. */
function pathOf(entry: Entry): string {
  const raw: unknown = entry.fileNameRaw ?? entry.fileName
  const text = raw instanceof Uint8Array ? new TextDecoder().decode(raw) : String(raw)
  return text.replaceAll('\\', '/')
}

async function readEntry(
  zip: ZipFile,
  { entry, isEncrypted }: ArchiveEntry,
): Promise<Result<Uint8Array, FileRefusal>> {
  if (isEncrypted) return refuse({ code: 'entry-encrypted' })
  if (entry.uncompressedSize === 0) return refuse({ code: 'file-empty' })
  const limitBytes = Math.min(FILE_LIMIT_BYTES, entry.compressedSize * UNPACK_RATIO_LIMIT)
  if (entry.uncompressedSize > limitBytes) return refuse({ code: 'unpacked-too-large', limitBytes })
  try {
    // The stream fails by itself at the byte where it passes what the entry claimed.
    const bytes = new Uint8Array(entry.uncompressedSize)
    let length = 0
    for await (const piece of (await zip.openReadStreamPromise(entry)) as Readable & AsyncIterable<Buffer>) {
      bytes.set(piece, length)
      length += piece.length
    }
    if (length !== bytes.length) return refuse(DAMAGED)
    return ok(bytes)
  } catch {
    return refuse(DAMAGED)
  }
}

const DAMAGED = { code: 'file-damaged', format: 'unknown', detail: 'structure' } as const

async function* piecesOf(zip: ZipFile, { entry }: ArchiveEntry): AsyncIterable<Uint8Array> {
  let length = 0
  for await (const piece of (await zip.openReadStreamPromise(entry)) as Readable & AsyncIterable<Buffer>) {
    length += piece.length
    if (length > LIST_LIMIT_BYTES) throw new RangeError('the list is too long')
    yield piece
  }
}
