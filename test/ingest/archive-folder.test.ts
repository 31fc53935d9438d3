import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { archiveFolder } from '#ingest/zip/archive-folder.ts'
import { ARCHIVE_LIMIT_BYTES } from '#ingest/zip/archive-limits.ts'

describe('the folder in which archives wait', () => {
  let folder: string

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'astral-archives-'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  async function* pieces(count: number): AsyncIterable<Uint8Array> {
    for (let index = 0; index < count; index += 1) yield new Uint8Array(10).fill(index)
  }

  it('takes half a gigabyte unless told otherwise', () => {
    expect(ARCHIVE_LIMIT_BYTES).toBe(512 * 2 ** 20)
  })

  it('keeps what is as long as the limit, byte for byte', async () => {
    const saved = await archiveFolder(folder, 30).save('one', pieces(3))
    expect(saved).toEqual({ ok: true, value: join(folder, 'one.zip') })
    expect((await readFile(join(folder, 'one.zip'))).length).toBe(30)
  })

  it('refuses what is longer, however it comes, and nothing of it stays', async () => {
    let read = 0
    async function* endless() {
      for (;;) {
        read += 10
        yield new Uint8Array(10)
      }
    }
    const refused = { ok: false, refusal: { code: 'archive-too-large', limitBytes: 30 } }
    expect(await archiveFolder(folder, 30).save('one', endless())).toEqual(refused)
    expect(read).toBe(40)
    expect(await readdir(folder)).toEqual([])
  })

  it('leaves nothing behind when what comes breaks off', async () => {
    async function* broken() {
      yield new Uint8Array(10)
      throw new Error('the line went dead')
    }
    await expect(archiveFolder(folder, 30).save('one', broken())).rejects.toThrow('the line went dead')
    expect(await readdir(folder)).toEqual([])
  })

  it('names files by the import alone, whatever it is called', async () => {
    const path = archiveFolder(folder).pathOf('../../etc/passwd')
    expect(path).toBe(join(folder, 'etcpasswd.zip'))
  })

  it('takes away what no import is left for', async () => {
    const archives = archiveFolder(folder, 30)
    await archives.save('kept', pieces(1))
    await archives.save('left', pieces(1))
    await archives.keepOnly(new Set(['kept']))
    expect(await readdir(folder)).toEqual(['kept.zip'])
  })
})
