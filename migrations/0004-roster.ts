import { sql } from 'kysely'
import { type MigrationDb, primary, references, required, strictTable } from './columns.ts'

/** What coaches keep of each athlete, and what athletes say of themselves. */
export async function up(db: MigrationDb): Promise<void> {
  await db.schema.alterTable('accounts').addColumn('email', 'text').execute()
  // The zone an athlete set themselves is not overwritten by Slack's.
  await db.schema
    .alterTable('accounts')
    .addColumn('has_own_zone', 'integer', column =>
      column.notNull().defaultTo(0).check(sql`has_own_zone in (0, 1)`),
    )
    .execute()
  await db.schema.alterTable('memberships').addColumn('nickname', 'text').execute()
  await db.schema.alterTable('memberships').addColumn('member_level', 'text').execute()
  // Rises with every change of nickname, level or labels, so that two coaches at once lose nothing.
  await db.schema
    .alterTable('memberships')
    .addColumn('attributes_version', 'integer', column => column.notNull().defaultTo(0))
    .execute()
  await strictTable(db, 'athlete_profiles')
    .addColumn('organization_id', 'text', references('organizations.id'))
    .addColumn('account_id', 'text', references('accounts.id'))
    .addColumn('goal_race_name', 'text')
    .addColumn('goal_race_on', 'text')
    .addColumn('target_pace_ms_per_km', 'integer')
    .addColumn('units', 'text', column => column.notNull().check(sql`units in ('km', 'mi')`))
    .addColumn('birth_year', 'integer')
    .addColumn('max_heart_rate', 'integer')
    .addColumn('resting_heart_rate', 'integer')
    .addColumn('threshold_heart_rate', 'integer')
    .addColumn('updated_at', 'integer', required)
    .addPrimaryKeyConstraint('athlete_profiles_key', ['organization_id', 'account_id'])
    .execute()
  await strictTable(db, 'athlete_labels')
    .addColumn('organization_id', 'text', references('organizations.id'))
    .addColumn('account_id', 'text', references('accounts.id'))
    .addColumn('label', 'text', required)
    .addColumn('label_key', 'text', required)
    .addPrimaryKeyConstraint('athlete_labels_key', ['organization_id', 'account_id', 'label_key'])
    .execute()
  await db.schema
    .createIndex('athlete_labels_label')
    .on('athlete_labels')
    .columns(['organization_id', 'label_key', 'account_id'])
    .execute()
  await strictTable(db, 'athlete_notes')
    .addColumn('id', 'text', primary)
    .addColumn('organization_id', 'text', references('organizations.id'))
    .addColumn('athlete_id', 'text', references('accounts.id'))
    .addColumn('author_id', 'text', references('accounts.id'))
    .addColumn('text', 'text', required)
    .addColumn('created_at', 'integer', required)
    .addColumn('deleted_at', 'integer')
    .execute()
  await db.schema
    .createIndex('athlete_notes_athlete')
    .on('athlete_notes')
    .columns(['organization_id', 'athlete_id', 'created_at'])
    .execute()
}
