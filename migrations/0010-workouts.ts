import { sql } from 'kysely'
import { type MigrationDb, oneOf, primary, references, required, strictTable } from './columns.ts'

/** The club's library of workouts. */
export async function up(db: MigrationDb): Promise<void> {
  await strictTable(db, 'workouts')
    .addColumn('id', 'text', primary)
    .addColumn('organization_id', 'text', references('organizations.id'))
    .addColumn('title', 'text', required)
    .addColumn('title_key', 'text', required)
    .addColumn('type', 'text', oneOf('type', ['run', 'bike', 'swim', 'strength', 'walk', 'hike']))
    .addColumn('sub_type', 'text', required)
    .addColumn('text', 'text', required)
    .addColumn('blocks_json', 'text', required)
    .addColumn('visibility', 'text', oneOf('visibility', ['public', 'coaches']))
    .addColumn('owner_id', 'text', references('accounts.id'))
    .addColumn('version', 'integer', required)
    .addColumn('created_at', 'integer', required)
    .addColumn('updated_at', 'integer', required)
    .addColumn('archived_at', 'integer')
    .execute()
  // A title is free again once its workout is archived.
  await sql`create unique index workouts_live_title on workouts (organization_id, title_key) where archived_at is null`.execute(
    db,
  )
}
