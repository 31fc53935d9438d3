import { sql } from 'kysely'
import { type MigrationDb, oneOf, primary, references, required, strictTable } from './columns.ts'

/** Sources outside that send activities, the sealed secrets they need, and the work they leave to be done. */
export async function up(db: MigrationDb): Promise<void> {
  await strictTable(db, 'connections')
    .addColumn('organization_id', 'text', references('organizations.id'))
    .addColumn('account_id', 'text', references('accounts.id'))
    .addColumn('source', 'text', oneOf('source', ['apple-health', 'strava']))
    // Of the address that is pushed to; null where the source is asked by us.
    .addColumn('secret_hash', 'text', column => column.unique())
    // Who the person is there; null where nobody says so.
    .addColumn('external_id', 'text')
    .addColumn('connected_at', 'integer', required)
    .addColumn('last_received_at', 'integer')
    .addPrimaryKeyConstraint('connections_key', ['organization_id', 'account_id', 'source'])
    .execute()
  await sql`create unique index connections_external on connections (organization_id, source, external_id) where external_id is not null`.execute(
    db,
  )
  await strictTable(db, 'connection_secrets')
    .addColumn('organization_id', 'text', references('organizations.id'))
    .addColumn('account_id', 'text', references('accounts.id'))
    .addColumn('kind', 'text', required)
    .addColumn('sealed', 'text', required)
    .addColumn('updated_at', 'integer', required)
    .addPrimaryKeyConstraint('connection_secrets_key', ['organization_id', 'account_id', 'kind'])
    .execute()
  await strictTable(db, 'oauth_states')
    .addColumn('state_hash', 'text', primary)
    .addColumn('organization_id', 'text', references('organizations.id'))
    .addColumn('account_id', 'text', references('accounts.id'))
    .addColumn('expires_at', 'integer', required)
    .execute()
  // What came, by its id at the source. An activity that its athlete deleted stays known, so that it does not come back.
  await strictTable(db, 'received_activities')
    .addColumn('organization_id', 'text', references('organizations.id'))
    .addColumn('account_id', 'text', references('accounts.id'))
    .addColumn('source', 'text', required)
    .addColumn('external_id', 'text', required)
    .addColumn('activity_id', 'text', column => column.references('activities.id').onDelete('set null'))
    .addColumn('received_at', 'integer', required)
    .addPrimaryKeyConstraint('received_activities_key', [
      'organization_id',
      'account_id',
      'source',
      'external_id',
    ])
    .execute()
  await sql`create index received_activities_activity on received_activities (activity_id)`.execute(db)
  await sql`create index received_activities_age on received_activities (source, received_at)`.execute(db)
  await strictTable(db, 'connector_jobs')
    .addColumn('id', 'text', primary)
    .addColumn('organization_id', 'text', references('organizations.id'))
    .addColumn('account_id', 'text', references('accounts.id'))
    .addColumn('kind', 'text', oneOf('kind', ['backfill', 'activity', 'access', 'revoke']))
    .addColumn('payload_json', 'text', required)
    // The same work waits once.
    .addColumn('dedupe_key', 'text', column => column.notNull().unique())
    .addColumn('attempts', 'integer', required)
    .addColumn('due_at', 'integer', required)
    .addColumn('created_at', 'integer', required)
    .execute()
  await sql`create index connector_jobs_due on connector_jobs (due_at)`.execute(db)
}
