import { personSearchKey } from '#domain/text/search-key.ts'
import { type MigrationDb, primary, references, required, strictTable } from './columns.ts'

/** Names by a key in which they are found and ordered, and what changes of many athletes at once would undo. */
export async function up(db: MigrationDb): Promise<void> {
  await db.schema
    .alterTable('memberships')
    .addColumn('search_key', 'text', column => column.notNull().defaultTo(''))
    .execute()
  const present = await db
    .selectFrom('memberships as m')
    .innerJoin('accounts as a', 'a.id', 'm.account_id')
    .where('m.left_at', 'is', null)
    .select(['m.id', 'm.nickname', 'a.display_name', 'a.email'])
    .execute()
  for (const row of present) {
    const key = personSearchKey({ nickname: row.nickname, displayName: row.display_name, email: row.email })
    await db.updateTable('memberships').set({ search_key: key }).where('id', '=', row.id).execute()
  }
  await db.schema
    .createIndex('memberships_search')
    .on('memberships')
    .columns(['organization_id', 'left_at', 'search_key'])
    .execute()
  await strictTable(db, 'bulk_changes')
    .addColumn('id', 'text', primary)
    .addColumn('organization_id', 'text', references('organizations.id'))
    .addColumn('made_by', 'text', references('accounts.id'))
    .addColumn('what', 'text', required)
    .addColumn('made_at', 'integer', required)
    .addColumn('undone_at', 'integer')
    .execute()
  await db.schema
    .createIndex('bulk_changes_made')
    .on('bulk_changes')
    .columns(['organization_id', 'made_at'])
    .execute()
  await strictTable(db, 'bulk_change_people')
    .addColumn('change_id', 'text', references('bulk_changes.id'))
    .addColumn('organization_id', 'text', references('organizations.id'))
    .addColumn('account_id', 'text', references('accounts.id'))
    .addColumn('undo', 'text', required)
    .addPrimaryKeyConstraint('bulk_change_people_key', ['change_id', 'account_id'])
    .execute()
  await db.schema
    .createIndex('bulk_change_people_account')
    .on('bulk_change_people')
    .columns(['organization_id', 'account_id'])
    .execute()
}
