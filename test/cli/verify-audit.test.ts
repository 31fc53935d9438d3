import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { connectSqlite } from '#store/connect.ts'
import type { Db } from '#store/db.ts'
import { migrate } from '#store/migrate.ts'
import { createGroup } from '#usecases/group/create-group.ts'
import { type Engine, perform } from '#usecases/perform.ts'
import { auditKeyPath } from '../../src/app-paths.ts'
import { readAuditKey } from '../../src/audit-key.ts'
import { verdictInWords } from '../../src/cli/verify-audit.ts'
import { testClub } from '../fixtures/test-club.ts'
import { by, countingIds, TEST_NOW } from '../fixtures/test-engine.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

describe('the operator’s commands', () => {
  let directory: string
  let path: string

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'astral-cli-'))
    path = join(directory, 'club.db')
  })
  afterEach(() => rmSync(directory, { recursive: true }))

  it('verify-audit proves a whole chain, and names the first bad entry of a broken one', async () => {
    await withClub(async () => {})
    expect(await astral('verify-audit')).toEqual({
      code: 0,
      out: 'Test Club: 3 entries, the chain is whole.\n',
      err: '',
    })
    await withDatabase(async db => {
      await sql`drop trigger audit_entries_no_update`.execute(db)
      await sql`update audit_entries set surface = 'cli' where seq = 2`.execute(db)
    })
    expect(await astral('verify-audit')).toEqual({
      code: 1,
      out: 'Test Club: entry 2 was altered, or an entry before it was removed or exchanged. Before it: 1 entry, sound.\n',
      err: '',
    })
  })

  it('verify-audit makes neither a database nor a key for the purpose', async () => {
    const missing = await astral('verify-audit')
    expect(missing).toEqual({ code: 1, out: '', err: `There is no database at ${path}\n` })
    expect(existsSync(path)).toBe(false)
    await withClub(async () => {})
    rmSync(auditKeyPath(path))
    const keyless = await astral('verify-audit')
    expect(keyless.code).toBe(1)
    expect(keyless.err).toBe(`There is no key at ${auditKeyPath(path)}; restore it from your backup\n`)
    expect(existsSync(auditKeyPath(path))).toBe(false)
  })

  it('claim-code prints a new code while nobody leads the club', async () => {
    await withDatabase(db => migrate(db))
    expect(await astral('claim-code')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/\n {2}\/astral claim ([A-Z2-9]{5}-){5}[A-Z2-9]\n$/),
    })
    await withClub(async () => {})
    expect(await astral('claim-code')).toEqual({
      code: 1,
      out: '',
      err: 'Test Club has a head coach already\n',
    })
  })

  it('manifest prints the variant asked for, and refuses what it does not understand', async () => {
    const [socket, http, bad, wrong, none] = await Promise.all([
      astral('manifest'),
      astral('manifest', '--url', 'https://astral.example.com'),
      astral('manifest', '--url', 'http://astral.example.com'),
      astral('manifest', 'https://astral.example.com'),
      astral('mainfest'),
    ])
    expect(JSON.parse(socket.out).settings.socket_mode_enabled).toBe(true)
    expect(JSON.parse(http.out).settings.socket_mode_enabled).toBe(false)
    expect([socket.code, http.code, bad.code, wrong.code, none.code]).toEqual([0, 0, 1, 1, 2])
    expect(bad).toMatchObject({ out: '', err: expect.stringContaining('Slack needs an https address') })
    expect(wrong).toMatchObject({ out: '', err: expect.stringContaining('https://astral.example.com') })
    expect(none.out).toContain('Usage:')
  })

  /** A club with three entries in its audit. */
  function withClub(work: (engine: Engine) => Promise<void>): Promise<void> {
    return withDatabase(async db => {
      await migrate(db)
      const engine = {
        db,
        businessNow: () => TEST_NOW,
        realNow: () => TEST_NOW,
        newId: countingIds(),
        auditKey: readAuditKey(auditKeyPath(path)),
        wakeOutbox: () => {},
      }
      await testClub(engine)
      for (const name of ['One', 'Two', 'Three']) {
        await perform(engine, by('UHEAD'), createGroup, { name, description: '', privacy: 'public' })
      }
      await work(engine)
    })
  }

  async function withDatabase(work: (db: Db) => Promise<void>): Promise<void> {
    const db = connectSqlite(path)
    try {
      await work(db)
    } finally {
      await db.destroy()
    }
  }

  function astral(...args: string[]): Promise<{ code: number; out: string; err: string }> {
    const { promise, resolve } = Promise.withResolvers<{ code: number; out: string; err: string }>()
    const env = { PATH: process.env.PATH, DATABASE_URL: `sqlite:${path}` }
    const options = { cwd: ROOT, env, timeout: 15_000 }
    const child = execFile(
      process.execPath,
      ['src/launch.mjs', 'src/cli.ts', ...args],
      options,
      (_error, out, err) => resolve({ code: child.exitCode ?? -1, out, err }),
    )
    return promise
  }
})

describe('a verdict', () => {
  it.each([
    [{ entries: 1, fault: null }, 'Club: 1 entry, the chain is whole.'],
    [
      { entries: 4, fault: { seq: 5, what: 'missing' } },
      'Club: entry 5 is missing. Before it: 4 entries, sound.',
    ],
    [
      { entries: 0, fault: { seq: 1, what: 'detail-altered' } },
      'Club: entry 1 has altered details. Nothing before it is proven.',
    ],
    [
      { entries: 9, fault: { seq: 10, what: 'head-mismatch' } },
      'Club: entry 10 and whatever followed it is gone, or the mark at the end of the chain was changed. Before it: 9 entries, sound.',
    ],
  ] as const)('of %o is a sentence', (verdict, words) => {
    expect(verdictInWords({ name: 'Club', ...verdict })).toBe(words)
  })
})
