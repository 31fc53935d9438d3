import type { AgeGradeTable } from '#domain/metrics/age-grade.ts'
import type { Reading, Tx } from './db.ts'

const ROAD = 'road'

/** Keeps the operator's standards, the same for every organization; null when there are none any more. */
export async function replaceAgeGradeTable(tx: Tx, table: AgeGradeTable | null): Promise<void> {
  await tx.deleteFrom('age_grade_tables').execute()
  if (!table) return
  await tx
    .insertInto('age_grade_tables')
    .values({ kind: ROAD, table_json: JSON.stringify(table) })
    .execute()
}

export async function findAgeGradeTable(db: Reading): Promise<AgeGradeTable | null> {
  const row = await db
    .selectFrom('age_grade_tables')
    .select('table_json')
    .where('kind', '=', ROAD)
    .executeTakeFirst()
  return row ? (JSON.parse(row.table_json) as AgeGradeTable) : null
}

export async function hasAgeGradeTable(db: Reading): Promise<boolean> {
  const row = await db
    .selectFrom('age_grade_tables')
    .select('kind')
    .where('kind', '=', ROAD)
    .executeTakeFirst()
  return row !== undefined
}
