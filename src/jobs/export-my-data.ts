import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import { breathe } from '#kernel/breathe.ts'
import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import { listKeptFiles, readKeptFile } from '#store/activity-file-store.ts'
import type { Db } from '#store/db.ts'
import { readOwnData } from '#store/read/own-data.ts'

const README = `Everything that this club's Astral stores of you, as JSON.

Instants (names that end in _at) are milliseconds since 1970-01-01 UTC, distances and climbs (_cm) centimetres,
durations (_ms) milliseconds, days are days of your own calendar. 1 means yes, 0 no.

originals/ holds the files you dropped, packed with gzip, each named by the SHA-256 that origins.json gives of it.
`

/** Slack takes a gigabyte; what is packed is held in memory while it is sent. */
const ORIGINALS_BYTES_MOST = 200 * 1024 * 1024

/**
 * Packs everything that is somebody's into a ZIP file: JSON, read in one go so that its parts fit together, and the files
 * they dropped, one after another. Nothing of anybody else is in it.
 */
export async function exportMyData(
  db: Db,
  now: Instant,
  organizationId: OrganizationId,
  accountId: AccountId,
): Promise<Uint8Array> {
  const data = await db.transaction().execute(tx => readOwnData(tx, organizationId, accountId))
  const pieces: Uint8Array[] = []
  const zip = new Zip((error, piece) => {
    if (error) throw error
    pieces.push(piece)
  })
  const add = (name: string, bytes: Uint8Array, isPacked: boolean) => {
    const file = isPacked ? new ZipPassThrough(name) : new ZipDeflate(name)
    file.mtime = now
    zip.add(file)
    file.push(bytes, true)
  }
  const owner = { organizationId, athleteId: accountId }
  const kept = await listKeptFiles(db, organizationId, accountId)
  let room = ORIGINALS_BYTES_MOST
  const packed = kept.filter(file => {
    room -= file.packedBytes
    return room >= 0
  })
  add('README.txt', strToU8(README + leftOut(kept.length - packed.length)), false)
  for (const [name, content] of Object.entries(data)) {
    add(`${name}.json`, strToU8(`${JSON.stringify(content ?? null, null, 2)}\n`), false)
    await breathe()
  }
  for (const { sha256, format } of packed) {
    const bytes = await readKeptFile(db, owner, sha256)
    if (bytes) add(`originals/${sha256}.${format}.gz`, bytes, true)
    await breathe()
  }
  zip.end()
  return new Uint8Array(Buffer.concat(pieces))
}

function leftOut(files: number): string {
  if (files === 0) return ''
  return `\nThe ${files} oldest of your files did not fit in here: files.json names them. Whoever runs Astral can give you them.\n`
}
