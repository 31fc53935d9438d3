import { sql } from 'kysely'
import { type MigrationDb, oneOf, references, required, strictTable } from './columns.ts'

/** What somebody said by hand about which activity was which session, and when athletes can train. */
export async function up(db: MigrationDb): Promise<void> {
  // Without a session: that the activity is none of them.
  await strictTable(db, 'session_matches')
    .addColumn('activity_id', 'text', column =>
      column.primaryKey().notNull().references('activities.id').onDelete('cascade'),
    )
    .addColumn('organization_id', 'text', references('organizations.id'))
    .addColumn('account_id', 'text', references('accounts.id'))
    .addColumn('enrollment_id', 'text', column => column.references('enrollments.id').onDelete('cascade'))
    .addColumn('day_index', 'integer')
    .addColumn('slot', 'integer')
    .addColumn('matched_by', 'text', references('accounts.id'))
    .addColumn('matched_at', 'integer', required)
    .execute()
  await sql`create unique index session_matches_session on session_matches (organization_id, enrollment_id, day_index, slot) where enrollment_id is not null`.execute(
    db,
  )
  await sql`create index session_matches_athlete on session_matches (organization_id, account_id)`.execute(db)
  await sql`create index session_matches_enrollment on session_matches (enrollment_id)`.execute(db)
  // On which day a group's athletes are asked about the week to come.
  await strictTable(db, 'availability_rounds')
    .addColumn('group_id', 'text', column => column.primaryKey().notNull().references('groups.id'))
    .addColumn('organization_id', 'text', references('organizations.id'))
    .addColumn('weekday', 'integer', required)
    .addColumn('time', 'text', required)
    .addColumn('zone', 'text', required)
    .addColumn('active_from', 'integer', required)
    .addColumn('last_turn_at', 'integer')
    .addColumn('set_by', 'text', references('accounts.id'))
    .addColumn('updated_at', 'integer', required)
    .execute()
  // Asked once, in however many groups somebody is.
  await strictTable(db, 'availability_weeks')
    .addColumn('organization_id', 'text', references('organizations.id'))
    .addColumn('account_id', 'text', references('accounts.id'))
    .addColumn('week_on', 'text', required)
    .addColumn('asked_at', 'integer')
    .addColumn('answered_at', 'integer')
    .addPrimaryKeyConstraint('availability_weeks_key', ['organization_id', 'account_id', 'week_on'])
    .execute()
  await strictTable(db, 'availability_days')
    .addColumn('organization_id', 'text', references('organizations.id'))
    .addColumn('account_id', 'text', references('accounts.id'))
    .addColumn('on_day', 'text', required)
    .addColumn('answer', 'text', oneOf('answer', ['yes', 'maybe', 'no']))
    .addColumn('minutes', 'integer')
    .addPrimaryKeyConstraint('availability_days_key', ['organization_id', 'account_id', 'on_day'])
    .execute()
}
