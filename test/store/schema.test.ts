import { readdirSync, readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connectSqlite } from '#store/connect.ts'
import type { Db } from '#store/db.ts'
import { migrate } from '#store/migrate.ts'

type Column = { isText: boolean; isNullable: boolean }
type Tables = Record<string, Record<string, Column>>

describe('the schema', () => {
  let db: Db

  beforeAll(async () => {
    db = connectSqlite(':memory:')
    await migrate(db)
  })
  afterAll(() => db.destroy())

  it('has in the database exactly the tables and columns that schema.ts names, with type and nullability', async () => {
    expect(await tablesOfDatabase(db)).toEqual(tablesOfSource())
  })

  it('is made once: migrating again changes nothing', async () => {
    const before = await sql`select * from sqlite_schema order by name`.execute(db)
    await migrate(db)
    expect((await sql`select * from sqlite_schema order by name`.execute(db)).rows).toEqual(before.rows)
  })

  it('is strict: no table takes text for a number, and flags are 0 or 1', async () => {
    const tables = await sql<{ name: string; strict: number }>`
      select name, strict from pragma_table_list where schema = 'main' and name not like 'sqlite_%'
      and name not like 'kysely_%'`.execute(db)
    expect(tables.rows.filter(table => table.strict !== 1)).toEqual([])
    const claim = (created: unknown) =>
      sql`insert into claim_codes values ('a', ${created}, null)`.execute(db)
    await expect(claim('tomorrow')).rejects.toThrow('cannot store TEXT value in INTEGER column')
    await expect(claim(1.5)).rejects.toThrow('cannot store REAL value in INTEGER column')
    await expect(claim(null)).rejects.toThrow('NOT NULL')
    await expect(
      sql`insert into organizations values ('o', 't', 'n', 'UTC', 2, 0)`.execute(db),
    ).rejects.toThrow('CHECK constraint failed')
  })

  it('lets nothing point at what is not there', async () => {
    const violations = sql`insert into membership_roles values ('no-membership', 'athlete')`
    await expect(violations.execute(db)).rejects.toThrow('FOREIGN KEY')
  })

  it('names the step that failed', async () => {
    const broken = connectSqlite(':memory:')
    await sql`create table accounts (id text)`.execute(broken)
    await expect(migrate(broken)).rejects.toThrow(
      'Migration 0001-club failed; the database is as it was before that step',
    )
    const left = await sql<{ name: string }>`
      select name from sqlite_schema where type = 'table' and name not like 'kysely_%'`.execute(broken)
    expect(left.rows).toEqual([{ name: 'accounts' }])
    await broken.destroy()
  })
})

async function tablesOfDatabase(db: Db): Promise<Tables> {
  const { rows } = await sql<{ table: string; column: string; type: string; notnull: number; pk: number }>`
    select t.name as "table", c.name as "column", c.type, c."notnull", c.pk
    from pragma_table_list as t join pragma_table_info(t.name) as c
    where t.schema = 'main' and t.name not like 'sqlite_%' and t.name not like 'kysely_%'`.execute(db)
  const tables: Tables = {}
  for (const row of rows) {
    tables[row.table] ??= {}
    const columns = tables[row.table] ?? {}
    columns[row.column] = {
      isText: row.type.toLowerCase() === 'text',
      isNullable: row.notnull === 0 && row.pk === 0,
    }
  }
  return tables
}

/** What schema.ts says, read from its text: types are gone when it runs. */
function tablesOfSource(): Tables {
  const folder = new URL('../../src/store/', import.meta.url)
  const source = readdirSync(folder)
    .filter(name => /^schema.*\.ts$/.test(name))
    .map(name => readFileSync(new URL(name, folder), 'utf8'))
    .join('\n')
    .replaceAll(/\/\*\*.*?\*\//gs, '')
  const types = new Map(
    [...source.matchAll(/export type (\w+) = \{\n(.*?)\n\}/gs)].map(([, name, body]) => [name, body ?? '']),
  )
  const members = (name: string) =>
    [...(types.get(name) ?? '').matchAll(/^ {2}(\w+): (.+)$/gm)].map(
      ([, member, type]) => [member ?? '', type ?? ''] as const,
    )
  return Object.fromEntries(
    members('Schema').map(([table, type]) => [
      table,
      Object.fromEntries(
        members(type).map(([column, columnType]) => [
          column,
          { isText: columnType.includes('string'), isNullable: columnType.includes('null') },
        ]),
      ),
    ]),
  )
}
