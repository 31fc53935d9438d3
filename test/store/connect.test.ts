import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { connectSqlite } from '#store/connect.ts'
import type { Db } from '#store/db.ts'
import { migrate } from '#store/migrate.ts'

describe('the SQLite file', () => {
  let directory: string
  let path: string
  const open: Db[] = []

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'astral-store-'))
    path = join(directory, 'deeper', 'club.db')
  })
  afterEach(async () => {
    for (const db of open.splice(0)) await db.destroy()
    rmSync(directory, { recursive: true })
  })

  it('is made with its folder, and opens with full durability every time', async () => {
    for (let time = 0; time < 2; time++) {
      const db = connect()
      expect(await pragma(db, 'synchronous')).toBe(2)
      expect(await pragma(db, 'journal_mode')).toBe('wal')
      expect(await pragma(db, 'foreign_keys')).toBe(1)
      expect(await pragma(db, 'trusted_schema')).toBe(0)
      expect(await pragma(db, 'busy_timeout')).toBe(5000)
      await migrate(db)
    }
  })

  it('keeps what one connection wrote for the next', async () => {
    const first = connect()
    await migrate(first)
    await first.insertInto('claim_codes').values({ code_hash: 'a', created_at: 1, used_at: null }).execute()
    await first.destroy()
    open.splice(0)
    expect(await connect().selectFrom('claim_codes').select('code_hash').execute()).toEqual([
      { code_hash: 'a' },
    ])
  })

  it('begins a transaction with the write lock, so that what it read still holds when it writes', async () => {
    const [one, two] = [connect(), connect()]
    await migrate(one)
    await sql`pragma busy_timeout = 0`.execute(two)
    await one.transaction().execute(async tx => {
      await tx.selectFrom('claim_codes').selectAll().execute()
      await expect(two.transaction().execute(async () => {})).rejects.toThrow('database is locked')
      expect(await two.selectFrom('claim_codes').selectAll().execute()).toEqual([])
    })
    await two.transaction().execute(async () => {})
  })

  it('lets two processes’ worth of read-then-write transactions through, none lost, none failed', async () => {
    const db = connect()
    await sql`create table counters (id text primary key, counted integer not null) strict`.execute(db)
    await sql`insert into counters values ('all', 0)`.execute(db)
    const rounds = 60
    await Promise.all([count(path, rounds), count(path, rounds)])
    const { rows } = await sql<{ counted: number }>`select counted from counters`.execute(db)
    expect(rows).toEqual([{ counted: 2 * rounds }])
  })

  it('takes back a transaction whose work throws', async () => {
    const db = connect()
    await migrate(db)
    const half = db.transaction().execute(async tx => {
      await tx.insertInto('claim_codes').values({ code_hash: 'a', created_at: 1, used_at: null }).execute()
      throw new Error('no')
    })
    await expect(half).rejects.toThrow('no')
    expect(await db.selectFrom('claim_codes').selectAll().execute()).toEqual([])
  })

  function connect(): Db {
    const db = connectSqlite(path)
    open.push(db)
    return db
  }
})

async function pragma(db: Db, name: string): Promise<unknown> {
  const { rows } = await sql<Record<string, unknown>>`pragma ${sql.raw(name)}`.execute(db)
  return Object.values(rows[0] ?? {})[0]
}

/** A thread with a connection of its own that reads a number and writes it back one higher, again and again. */
function count(path: string, rounds: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const worker = new Worker(new URL('./counting-worker.ts', import.meta.url), {
    workerData: { path, rounds },
  })
  worker.once('error', reject)
  worker.once('exit', code => (code === 0 ? resolve() : reject(new Error(`the counter left with ${code}`))))
  return promise
}
