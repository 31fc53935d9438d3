import { strToU8, zipSync } from 'fflate'
import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import type { Db } from '#store/db.ts'
import { readOwnData } from '#store/read/own-data.ts'

const README = `Everything that this club's Astral stores of you, as JSON.

Instants (names that end in _at) are milliseconds since 1970-01-01 UTC, distances and climbs (_cm) centimetres,
durations (_ms) milliseconds, days are days of your own calendar. 1 means yes, 0 no.
Files that you dropped are read and not kept, so there are none here.
`

/**
 * Packs everything that is somebody's into a ZIP file of JSON, read in one go so that its parts fit together. Nothing of
 * anybody else is in it.
 */
export async function exportMyData(
  db: Db,
  now: Instant,
  organizationId: OrganizationId,
  accountId: AccountId,
): Promise<Uint8Array> {
  const data = await db.transaction().execute(tx => readOwnData(tx, organizationId, accountId))
  const files: Record<string, Uint8Array> = { 'README.txt': strToU8(README) }
  for (const [name, content] of Object.entries(data)) {
    files[`${name}.json`] = strToU8(`${JSON.stringify(content ?? null, null, 2)}\n`)
  }
  return zipSync(files, { mtime: now })
}
