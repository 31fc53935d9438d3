import { type MigrationDb, references, required, strictTable } from './columns.ts'

/** The personal address at which a calendar reads somebody's planned sessions; of its secret only the hash. */
export async function up(db: MigrationDb): Promise<void> {
  await strictTable(db, 'calendar_feeds')
    .addColumn('organization_id', 'text', references('organizations.id'))
    .addColumn('account_id', 'text', references('accounts.id'))
    .addColumn('secret_hash', 'text', column => column.notNull().unique())
    .addColumn('opened_at', 'integer', required)
    .addPrimaryKeyConstraint('calendar_feeds_key', ['organization_id', 'account_id'])
    .execute()
}
