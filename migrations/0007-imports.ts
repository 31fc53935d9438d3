import { sql } from 'kysely'
import { flag, type MigrationDb, oneOf, primary, references, required, strictTable } from './columns.ts'

/** How hard a run felt, where it came from, the files themselves, and archives that are read in steps. */
export async function up(db: MigrationDb): Promise<void> {
  await db.schema
    .alterTable('activities')
    .addColumn('perceived_effort', 'integer', column => column.check(sql`perceived_effort between 1 and 10`))
    .execute()
  await origins(db)
  await files(db)
  await imports(db)
}

async function origins(db: MigrationDb): Promise<void> {
  // What each source said of an activity, so that a merge can be taken apart again.
  await strictTable(db, 'activity_origins')
    .addColumn('id', 'text', primary)
    .addColumn('organization_id', 'text', references('organizations.id'))
    .addColumn('account_id', 'text', references('accounts.id'))
    .addColumn('activity_id', 'text', column =>
      column.notNull().references('activities.id').onDelete('cascade'),
    )
    .addColumn('source', 'text', required)
    .addColumn('external_id', 'text')
    .addColumn('file_sha256', 'text')
    .addColumn('said_json', 'text', required)
    .addColumn('created_at', 'integer', required)
    .execute()
  await sql`create index activity_origins_activity on activity_origins (activity_id)`.execute(db)
  await sql`create index activity_origins_file on activity_origins (account_id, file_sha256) where file_sha256 is not null`.execute(
    db,
  )
  await sql`create index activity_origins_external on activity_origins (account_id, external_id) where external_id is not null`.execute(
    db,
  )
  // Two that their athlete says are not one: never merged again.
  await strictTable(db, 'activity_separations')
    .addColumn('organization_id', 'text', references('organizations.id'))
    .addColumn('account_id', 'text', references('accounts.id'))
    .addColumn('one_id', 'text', column => column.notNull().references('activities.id').onDelete('cascade'))
    .addColumn('other_id', 'text', column => column.notNull().references('activities.id').onDelete('cascade'))
    .addColumn('created_at', 'integer', required)
    .addPrimaryKeyConstraint('activity_separations_key', ['one_id', 'other_id'])
    .execute()
  await sql`create index activity_separations_other on activity_separations (other_id)`.execute(db)
}

async function files(db: MigrationDb): Promise<void> {
  await strictTable(db, 'activity_files')
    .addColumn('organization_id', 'text', references('organizations.id'))
    .addColumn('account_id', 'text', references('accounts.id'))
    .addColumn('sha256', 'text', required)
    .addColumn('format', 'text', oneOf('format', ['fit', 'gpx', 'tcx']))
    .addColumn('size_bytes', 'integer', required)
    // Gzip, whatever came: as it came where it was that already.
    .addColumn('packed', sql`blob`, required)
    .addColumn('created_at', 'integer', required)
    .addPrimaryKeyConstraint('activity_files_key', ['account_id', 'organization_id', 'sha256'])
    .execute()
}

async function imports(db: MigrationDb): Promise<void> {
  await strictTable(db, 'import_jobs')
    .addColumn('id', 'text', primary)
    .addColumn('organization_id', 'text', references('organizations.id'))
    .addColumn('account_id', 'text', references('accounts.id'))
    .addColumn('file_name', 'text', required)
    .addColumn('state', 'text', oneOf('state', ['running', 'done', 'cancelled', 'failed']))
    .addColumn('is_strava_export', 'integer', flag('is_strava_export'))
    .addColumn('total', 'integer', required)
    .addColumn('next_entry', 'integer', required)
    .addColumn('passed_over', 'integer', required)
    .addColumn('channel_id', 'text')
    .addColumn('message_ts', 'text')
    .addColumn('created_at', 'integer', required)
    .addColumn('finished_at', 'integer')
    .execute()
  await sql`create index import_jobs_running on import_jobs (state, created_at) where state = 'running'`.execute(
    db,
  )
  await sql`create index import_jobs_account on import_jobs (organization_id, account_id, created_at)`.execute(
    db,
  )
  await strictTable(db, 'import_entries')
    .addColumn('job_id', 'text', column => column.notNull().references('import_jobs.id').onDelete('cascade'))
    .addColumn('organization_id', 'text', references('organizations.id'))
    .addColumn('account_id', 'text', references('accounts.id'))
    .addColumn('entry', 'integer', required)
    .addColumn('name', 'text', required)
    .addColumn('outcome', 'text', oneOf('outcome', ['added', 'merged', 'known', 'refused']))
    .addColumn('activities', 'integer', required)
    .addColumn('reason', 'text')
    .addColumn('refusal_json', 'text')
    .addPrimaryKeyConstraint('import_entries_key', ['job_id', 'entry'])
    .execute()
}
