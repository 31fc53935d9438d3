import Database from 'better-sqlite3'
import { Kysely, sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ImmediateSqliteDialect } from '#store/sqlite-dialect.ts'

describe('prepared statements', () => {
  let prepared: string[]
  let db: Kysely<Record<string, Record<string, unknown>>>

  beforeEach(async () => {
    prepared = []
    const database = new Database(':memory:')
    const prepare = database.prepare.bind(database)
    database.prepare = ((text: string) => {
      prepared.push(text)
      return prepare(text)
    }) as typeof database.prepare
    db = new Kysely({ dialect: new ImmediateSqliteDialect(database) })
    await sql`create table runs (id integer primary key, km integer)`.execute(db)
    await sql`insert into runs (km) values (8), (10)`.execute(db)
    prepared.length = 0
  })
  afterEach(() => db.destroy())

  it('are prepared once for the same text', async () => {
    for (let n = 0; n < 5; n++) {
      expect(
        await db
          .selectFrom('runs')
          .selectAll()
          .where('id', '=', (n % 2) + 1)
          .execute(),
      ).toHaveLength(1)
    }
    expect(prepared).toHaveLength(1)
  })

  it('are kept up to 500, the least recently used leaving first', async () => {
    const run = (n: number) => sql`select ${sql.lit(n)} as n`.execute(db)
    for (let n = 0; n < 500; n++) await run(n)
    await run(0)
    await run(500)
    prepared.length = 0
    await run(0)
    expect(prepared).toHaveLength(0)
    await run(1)
    expect(prepared).toHaveLength(1)
    await run(499)
    expect(prepared).toHaveLength(1)
  })

  it('see columns that were added, renamed and dropped after they were prepared', async () => {
    const all = async () => (await sql<object>`select * from runs where id = 1`.execute(db)).rows
    expect(await all()).toEqual([{ id: 1, km: 8 }])
    await sql`alter table runs add column climb integer`.execute(db)
    expect(await all()).toEqual([{ id: 1, km: 8, climb: null }])
    await sql`alter table runs rename column km to distance`.execute(db)
    expect(await all()).toEqual([{ id: 1, distance: 8, climb: null }])
    await sql`alter table runs drop column climb`.execute(db)
    expect(await all()).toEqual([{ id: 1, distance: 8 }])
    await sql`drop table runs`.execute(db)
    await expect(all()).rejects.toThrow('no such table')
    await sql`create table runs (id integer primary key, name text)`.execute(db)
    expect(await all()).toEqual([])
  })

  it('see a table made anew under the name of another kind', async () => {
    const insert = () => sql`insert into runs (id) values (9) returning *`.execute(db)
    expect((await insert()).rows).toEqual([{ id: 9, km: null }])
    await sql`drop table runs`.execute(db)
    await sql`create table runs (id integer primary key, name text default 'x')`.execute(db)
    expect((await insert()).rows).toEqual([{ id: 9, name: 'x' }])
  })
})
