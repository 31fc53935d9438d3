import { sql } from 'kysely'
import { flag, type MigrationDb, oneOf, primary, references, required, strictTable } from './columns.ts'

/** When sessions are sent, what was changed and asked of them, and pauses. */
export async function up(db: MigrationDb): Promise<void> {
  await strictTable(db, 'session_hours')
    .addColumn('organization_id', 'text', references('organizations.id'))
    .addColumn('account_id', 'text', references('accounts.id'))
    .addColumn('is_on', 'integer', flag('is_on'))
    .addColumn('local_time', 'text', required)
    .addColumn('is_evening_before', 'integer', flag('is_evening_before'))
    .addColumn('on_rest_days', 'integer', flag('on_rest_days'))
    .addColumn('zone', 'text', required)
    .addColumn('last_on', 'text')
    .addColumn('next_at', 'integer', required)
    .addColumn('updated_at', 'integer', required)
    .addPrimaryKeyConstraint('session_hours_key', ['organization_id', 'account_id'])
    .execute()
  // The clock asks for nobody but those whose hour has come.
  await sql`create index session_hours_due on session_hours (next_at) where is_on = 1`.execute(db)
  await strictTable(db, 'change_requests')
    .addColumn('id', 'text', primary)
    .addColumn('organization_id', 'text', references('organizations.id'))
    .addColumn('account_id', 'text', references('accounts.id'))
    .addColumn('asked_by', 'text', references('accounts.id'))
    .addColumn('kind', 'text', oneOf('kind', ['told', 'moved', 'asked']))
    .addColumn('state', 'text', oneOf('state', ['open', 'ok', 'no', 'undone']))
    .addColumn('edits_json', 'text', required)
    .addColumn('weeks_json', 'text', required)
    .addColumn('note', 'text', required)
    .addColumn('created_at', 'integer', required)
    .addColumn('answered_by', 'text', column => column.references('accounts.id'))
    .addColumn('answered_at', 'integer')
    .execute()
  await sql`create index change_requests_athlete on change_requests (organization_id, account_id, created_at)`.execute(
    db,
  )
  await strictTable(db, 'plan_settings')
    .addColumn('organization_id', 'text', references('organizations.id'))
    .addColumn('own_moves', 'integer', flag('own_moves'))
    .addColumn('updated_at', 'integer', required)
    .addPrimaryKeyConstraint('plan_settings_key', ['organization_id'])
    .execute()
  await strictTable(db, 'enrollment_pauses')
    .addColumn('organization_id', 'text', references('organizations.id'))
    .addColumn('enrollment_id', 'text', references('enrollments.id'))
    .addColumn('account_id', 'text', references('accounts.id'))
    .addColumn('reason', 'text', oneOf('reason', ['holiday', 'illness', 'other']))
    .addColumn('until_on', 'text')
    .addColumn('ask_at', 'integer')
    .addColumn('updated_at', 'integer', required)
    .addPrimaryKeyConstraint('enrollment_pauses_key', ['organization_id', 'enrollment_id'])
    .execute()
  await sql`create index enrollment_pauses_due on enrollment_pauses (ask_at) where ask_at is not null`.execute(
    db,
  )
}
