import { sql } from 'kysely'
import { type MigrationDb, oneOf, primary, references, required, strictTable } from './columns.ts'

/** Who looks after whom, the club handed from one head coach to the next, and accounts that Slack has closed. */
export async function up(db: MigrationDb): Promise<void> {
  await strictTable(db, 'coach_assignments')
    .addColumn('id', 'text', primary)
    .addColumn('organization_id', 'text', references('organizations.id'))
    .addColumn('coach_id', 'text', references('accounts.id'))
    .addColumn('athlete_id', 'text', references('accounts.id'))
    .addColumn('assigned_at', 'integer', required)
    .addColumn('ended_at', 'integer')
    .execute()
  await sql`create unique index coach_assignments_current on coach_assignments (organization_id, coach_id, athlete_id) where ended_at is null`.execute(
    db,
  )
  await sql`create index coach_assignments_athlete on coach_assignments (organization_id, athlete_id) where ended_at is null`.execute(
    db,
  )
  await strictTable(db, 'head_coach_transfers')
    .addColumn('id', 'text', primary)
    .addColumn('organization_id', 'text', references('organizations.id'))
    .addColumn('from_id', 'text', references('accounts.id'))
    .addColumn('to_id', 'text', references('accounts.id'))
    .addColumn('state', 'text', oneOf('state', ['pending', 'accepted', 'declined', 'withdrawn']))
    .addColumn('created_at', 'integer', required)
    .addColumn('answered_at', 'integer')
    .execute()
  await sql`create unique index head_coach_transfers_pending on head_coach_transfers (organization_id) where state = 'pending'`.execute(
    db,
  )
  // Set while Slack has closed the account of an active member: they become active again with it.
  await db.schema.alterTable('memberships').addColumn('deactivated_at', 'integer').execute()
}
