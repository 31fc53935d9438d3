import { type ColumnDefinitionBuilder, type CreateTableBuilder, type Kysely, sql } from 'kysely'

// biome-ignore lint/suspicious/noExplicitAny: a migration speaks of the schema as it was at its step, not of today's types
export type AnySchema = any
export type MigrationDb = Kysely<AnySchema>

/** A table whose columns keep their types: SQLite takes any value in any column unless told `strict`. */
export function strictTable(db: MigrationDb, name: string): CreateTableBuilder<string, never> {
  return db.schema.createTable(name).modifyEnd(sql`strict`) as CreateTableBuilder<string, never>
}

export const required = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.notNull()

export const primary = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder =>
  column.primaryKey().notNull()

/** 0 or 1. */
export function flag(name: string) {
  return (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder =>
    column.notNull().check(sql`${sql.ref(name)} in (0, 1)`)
}

/** One of a closed list of words. */
export function oneOf(name: string, words: readonly string[]) {
  return (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder =>
    column.notNull().check(sql`${sql.ref(name)} in (${sql.join(words.map(word => sql.lit(word)))})`)
}

export function references(target: string) {
  return (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.notNull().references(target)
}
