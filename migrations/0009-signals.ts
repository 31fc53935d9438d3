import { sql } from 'kysely'
import { flag, type MigrationDb, oneOf, primary, references, required, strictTable } from './columns.ts'

/** What coaches should look at, what became of it, what was written to the athlete, and when nobody is disturbed. */
export async function up(db: MigrationDb): Promise<void> {
  await strictTable(db, 'quiet_hours')
    .addColumn('organization_id', 'text', references('organizations.id'))
    .addColumn('account_id', 'text', references('accounts.id'))
    .addColumn('is_on', 'integer', flag('is_on'))
    .addColumn('starts_at', 'text', required)
    .addColumn('ends_at', 'text', required)
    .addColumn('updated_at', 'integer', required)
    .addPrimaryKeyConstraint('quiet_hours_key', ['organization_id', 'account_id'])
    .execute()
  await strictTable(db, 'signals')
    .addColumn('id', 'text', primary)
    .addColumn('organization_id', 'text', references('organizations.id'))
    .addColumn('athlete_id', 'text', references('accounts.id'))
    .addColumn('rule', 'text', required)
    .addColumn('subject', 'text', required)
    .addColumn('state', 'text', oneOf('state', ['open', 'snoozed', 'done', 'expired']))
    .addColumn('found_at', 'integer', required)
    .addColumn('snoozed_until', 'integer')
    .addColumn('decided_by', 'text')
    .addColumn('decided_at', 'integer')
    .execute()
  // What makes a signal the same signal: it is never raised twice.
  await sql`create unique index signals_identity on signals (organization_id, athlete_id, rule, subject)`.execute(
    db,
  )
  await sql`create index signals_standing on signals (organization_id, athlete_id) where state in ('open', 'snoozed')`.execute(
    db,
  )
  await strictTable(db, 'signal_settings')
    .addColumn('organization_id', 'text', references('organizations.id'))
    .addColumn('rule', 'text', required)
    .addColumn('is_on', 'integer', flag('is_on'))
    .addColumn('threshold', 'integer', required)
    .addColumn('updated_at', 'integer', required)
    .addPrimaryKeyConstraint('signal_settings_key', ['organization_id', 'rule'])
    .execute()
  await strictTable(db, 'signal_rounds')
    .addColumn('organization_id', 'text', references('organizations.id'))
    .addColumn('local_on', 'text', required)
    .addColumn('taken_at', 'integer', required)
    .addPrimaryKeyConstraint('signal_rounds_key', ['organization_id', 'local_on'])
    .execute()
  await strictTable(db, 'nudges')
    .addColumn('id', 'text', primary)
    .addColumn('organization_id', 'text', references('organizations.id'))
    .addColumn('athlete_id', 'text', references('accounts.id'))
    .addColumn('coach_id', 'text', references('accounts.id'))
    .addColumn('rule', 'text', required)
    .addColumn('local_on', 'text', required)
    .addColumn('text', 'text', required)
    .addColumn('sent_at', 'integer', required)
    .execute()
  // Nobody is nudged twice a day, by whomever.
  await sql`create unique index nudges_day on nudges (organization_id, athlete_id, local_on)`.execute(db)
  // Whose runs changed since the last round over the whole club.
  await sql`create index activities_changed on activities (organization_id, updated_at, account_id)`.execute(
    db,
  )
}
