import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ArchiveRefusal } from '#domain/activity/archive-refusal.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { ARCHIVE_LIMIT_BYTES } from './archive-limits.ts'

/** Where archives wait while they are read: one file each, named by the import and by nothing that came from outside. */
export type ArchiveFolder = {
  pathOf(importId: string): string
  /** Writes what comes, never more than the limit. Rejects when it cannot be written or stops coming. */
  save(importId: string, body: AsyncIterable<Uint8Array>): Promise<Result<string, ArchiveRefusal>>
  remove(importId: string): Promise<void>
  /** Takes away what no import is left for. */
  keepOnly(importIds: ReadonlySet<string>): Promise<void>
}

export function archiveFolder(folder: string, limitBytes = ARCHIVE_LIMIT_BYTES): ArchiveFolder {
  const pathOf = (importId: string) => join(folder, `${importId.replaceAll(/[^\w-]/g, '')}.zip`)
  const remove = (importId: string) => rm(pathOf(importId), { force: true })
  return {
    pathOf,
    remove,
    async save(importId, body) {
      await mkdir(folder, { recursive: true })
      const path = pathOf(importId)
      try {
        await pipeline(Readable.from(within(body, limitBytes)), createWriteStream(path, { mode: 0o600 }))
        return ok(path)
      } catch (error) {
        await remove(importId)
        if (error instanceof TooLarge) return refuse({ code: 'archive-too-large', limitBytes })
        throw error
      }
    },
    async keepOnly(importIds) {
      const kept = new Set([...importIds].map(pathOf))
      for (const name of await readdir(folder).catch(() => [])) {
        const path = join(folder, name)
        if (name.endsWith('.zip') && !kept.has(path)) await rm(path, { force: true })
      }
    },
  }
}

class TooLarge extends Error {
  override name = 'TooLarge'
}

async function* within(body: AsyncIterable<Uint8Array>, limitBytes: number): AsyncIterable<Uint8Array> {
  let length = 0
  for await (const piece of body) {
    length += piece.length
    if (length > limitBytes) throw new TooLarge()
    yield piece
  }
}
