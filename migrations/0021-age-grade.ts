import { sql } from 'kysely'
import { type MigrationDb, primary, required, strictTable } from './columns.ts'

/** Whose standards an athlete wants to be graded by, and the standards that the operator supplies. */
export async function up(db: MigrationDb): Promise<void> {
  await db.schema
    .alterTable('athlete_profiles')
    .addColumn('age_grading', 'text', column => column.check(sql`age_grading in ('female', 'male')`))
    .execute()
  await strictTable(db, 'age_grade_tables')
    .addColumn('kind', 'text', primary)
    .addColumn('table_json', 'text', required)
    .execute()
}
