import { sql } from 'kysely'
import { type MigrationDb, oneOf, references, required, strictTable } from './columns.ts'

/** What each activity adds to training, what of its recording is kept to reckon that again, and how fit its athlete was. */
export async function up(db: MigrationDb): Promise<void> {
  for (const column of [
    'vdot_load_milli',
    'effort_score_milli',
    // The performance in it that shows most of VDOT.
    'shown_vdot_milli',
    'shown_distance_cm',
    'shown_duration_ms',
  ]) {
    await db.schema.alterTable('activities').addColumn(column, 'integer').execute()
  }
  for (const column of ['effort_method', 'load_confidence', 'load_inputs']) {
    await db.schema.alterTable('activities').addColumn(column, 'text').execute()
  }
  await db.schema.dropIndex('activities_covering').execute()
  await db.schema
    .createIndex('activities_covering')
    .on('activities')
    .columns([
      'account_id',
      'started_at',
      'organization_id',
      'local_on',
      'sub_type',
      'distance_cm',
      'duration_ms',
      'climb_cm',
      'visibility',
      'source',
      'vdot_load_milli',
      'effort_score_milli',
      'effort_method',
    ])
    .execute()
  await sql`create index activities_shown on activities (organization_id, account_id, local_on) where shown_vdot_milli is not null`.execute(
    db,
  )
  await recordings(db)
  await thresholds(db)
}

async function recordings(db: MigrationDb): Promise<void> {
  await strictTable(db, 'activity_efforts')
    .addColumn('activity_id', 'text', column =>
      column.primaryKey().notNull().references('activities.id').onDelete('cascade'),
    )
    .addColumn('organization_id', 'text', references('organizations.id'))
    .addColumn('account_id', 'text', references('accounts.id'))
    .addColumn('started_at', 'integer', required)
    .addColumn('file_sha256', 'text')
    .addColumn('profile_json', 'text', required)
    .execute()
  await sql`create index activity_efforts_account on activity_efforts (organization_id, account_id, started_at)`.execute(
    db,
  )
  await strictTable(db, 'best_efforts')
    .addColumn('activity_id', 'text', column =>
      column.notNull().references('activities.id').onDelete('cascade'),
    )
    .addColumn('organization_id', 'text', references('organizations.id'))
    .addColumn('account_id', 'text', references('accounts.id'))
    .addColumn('distance_cm', 'integer', required)
    .addColumn('duration_ms', 'integer', required)
    .addPrimaryKeyConstraint('best_efforts_key', ['activity_id', 'distance_cm'])
    .execute()
  // The fastest of somebody over a distance is the first entry.
  await sql`create index best_efforts_fastest on best_efforts (organization_id, account_id, distance_cm, duration_ms, activity_id)`.execute(
    db,
  )
}

async function thresholds(db: MigrationDb): Promise<void> {
  await strictTable(db, 'athlete_vdot')
    .addColumn('organization_id', 'text', references('organizations.id'))
    .addColumn('account_id', 'text', references('accounts.id'))
    .addColumn('valid_from', 'text', required)
    .addColumn('basis', 'text', oneOf('basis', ['race', 'effort', 'entered']))
    .addColumn('vdot_milli', 'integer', required)
    .addColumn('distance_cm', 'integer')
    .addColumn('duration_ms', 'integer')
    .addColumn('activity_id', 'text')
    .addColumn('entered_by', 'text')
    .addColumn('version', 'text', required)
    .addColumn('created_at', 'integer', required)
    .addPrimaryKeyConstraint('athlete_vdot_key', ['organization_id', 'account_id', 'valid_from'])
    .execute()
  // Whose loads are still to be reckoned anew, and from which day on.
  await strictTable(db, 'load_recomputes')
    .addColumn('organization_id', 'text', references('organizations.id'))
    .addColumn('account_id', 'text', references('accounts.id'))
    .addColumn('from_on', 'text', required)
    .addColumn('asked_at', 'integer', required)
    .addPrimaryKeyConstraint('load_recomputes_key', ['organization_id', 'account_id'])
    .execute()
  await sql`insert into load_recomputes (organization_id, account_id, from_on, asked_at)
    select organization_id, account_id, min(local_on), 0 from activities group by organization_id, account_id`.execute(
    db,
  )
}
