import { flag, type MigrationDb, oneOf, primary, references, required, strictTable } from './columns.ts'

/** Roster files that wait to be applied, and invitations that are good until an instant. */
export async function up(db: MigrationDb): Promise<void> {
  await strictTable(db, 'roster_imports')
    .addColumn('id', 'text', primary)
    .addColumn('organization_id', 'text', references('organizations.id'))
    .addColumn('asked_by', 'text', references('accounts.id'))
    .addColumn('file_name', 'text', required)
    .addColumn('state', 'text', oneOf('state', ['waiting', 'applied', 'cancelled']))
    // What each line of the file would do; also what the report is drawn from.
    .addColumn('outcomes_json', 'text', required)
    .addColumn('is_mailed', 'integer', flag('is_mailed'))
    .addColumn('created_at', 'integer', required)
    .execute()
  await db.schema
    .createIndex('roster_imports_age')
    .on('roster_imports')
    .columns(['organization_id', 'created_at'])
    .execute()
  await db.schema.alterTable('invitations').addColumn('expires_at', 'integer').execute()
  await db.schema.alterTable('email_invitations').addColumn('expires_at', 'integer').execute()
}
