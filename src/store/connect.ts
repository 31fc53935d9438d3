import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { Kysely } from 'kysely'
import type { Db } from './db.ts'
import type { Schema } from './schema.ts'
import { ImmediateSqliteDialect } from './sqlite-dialect.ts'

/**
 * Opens (and creates where missing) the SQLite file at `path`; `:memory:`, or the bytes of a serialized database, for one
 * that lives in memory. Throws when a durability setting did not take, for example on a file system without shared memory.
 */
export function connectSqlite(path: string | Buffer): Db {
  const isFile = typeof path === 'string' && path !== ':memory:'
  if (isFile) mkdirSync(dirname(path), { recursive: true })
  const database = new Database(path)
  database.pragma('journal_mode = WAL')
  // An existing WAL file opens with NORMAL, which may lose the last commits on power loss: a posted run must stay.
  database.pragma('synchronous = FULL')
  database.pragma('busy_timeout = 5000')
  // Up to 64 MB of pages: a week of ten thousand athletes is read from all over the index.
  database.pragma('cache_size = -65536')
  database.pragma('foreign_keys = ON')
  database.pragma('trusted_schema = OFF')
  if (process.platform === 'darwin') {
    database.pragma('fullfsync = ON')
    database.pragma('checkpoint_fullfsync = ON')
  }
  expectPragma(database, 'synchronous', 2)
  expectPragma(database, 'foreign_keys', 1)
  if (isFile) expectPragma(database, 'journal_mode', 'wal')
  return new Kysely<Schema>({ dialect: new ImmediateSqliteDialect(database) }) as Db
}

function expectPragma(database: Database.Database, name: string, expected: string | number): void {
  const actual: unknown = database.pragma(name, { simple: true })
  if (actual !== expected) {
    throw new Error(
      `SQLite refused ${name}=${expected} (it is ${String(actual)}); put the database on a local disk`,
    )
  }
}
