import { sql } from 'kysely'
import { type MigrationDb, oneOf, primary, references, required, strictTable } from './columns.ts'

/** Groups one asks to join, that are tied to channels, and whose changes can be taken back. */
export async function up(db: MigrationDb): Promise<void> {
  await db.schema.alterTable('groups').addColumn('channel_id', 'text').execute()
  // Until when the deletion can be taken back; its name is nobody else's until then.
  await db.schema.alterTable('groups').addColumn('undo_until', 'integer').execute()
  await sql`create index groups_channel on groups (organization_id, channel_id) where channel_id is not null`.execute(
    db,
  )
  await sql`create index groups_undo on groups (organization_id, name_key, undo_until) where undo_until is not null`.execute(
    db,
  )
  await requests(db)
  await changes(db)
  await offers(db)
}

async function requests(db: MigrationDb): Promise<void> {
  await strictTable(db, 'group_requests')
    .addColumn('id', 'text', primary)
    .addColumn('organization_id', 'text', references('organizations.id'))
    .addColumn('group_id', 'text', references('groups.id'))
    .addColumn('account_id', 'text', references('accounts.id'))
    .addColumn('state', 'text', oneOf('state', ['open', 'approved', 'declined', 'withdrawn']))
    .addColumn('asked_at', 'integer', required)
    .addColumn('answered_at', 'integer')
    .addColumn('answered_by', 'text', column => column.references('accounts.id'))
    .execute()
  await sql`create unique index group_requests_open on group_requests (group_id, account_id) where state = 'open'`.execute(
    db,
  )
  await db.schema
    .createIndex('group_requests_state')
    .on('group_requests')
    .columns(['organization_id', 'state', 'asked_at'])
    .execute()
  await db.schema
    .createIndex('group_requests_account')
    .on('group_requests')
    .columns(['account_id', 'organization_id', 'state'])
    .execute()
}

async function changes(db: MigrationDb): Promise<void> {
  await strictTable(db, 'group_changes')
    .addColumn('id', 'text', primary)
    .addColumn('organization_id', 'text', references('organizations.id'))
    .addColumn('group_id', 'text', references('groups.id'))
    .addColumn('made_by', 'text', references('accounts.id'))
    .addColumn('kind', 'text', oneOf('kind', ['added', 'removed']))
    .addColumn('made_at', 'integer', required)
    .addColumn('undone_at', 'integer')
    .execute()
  await db.schema
    .createIndex('group_changes_made')
    .on('group_changes')
    .columns(['organization_id', 'made_at'])
    .execute()
  await strictTable(db, 'group_change_people')
    .addColumn('change_id', 'text', references('group_changes.id'))
    .addColumn('organization_id', 'text', references('organizations.id'))
    .addColumn('account_id', 'text', references('accounts.id'))
    .addColumn('membership_id', 'text', required)
    .addPrimaryKeyConstraint('group_change_people_key', ['change_id', 'account_id'])
    .execute()
  await db.schema
    .createIndex('group_change_people_account')
    .on('group_change_people')
    .columns(['organization_id', 'account_id'])
    .execute()
}

async function offers(db: MigrationDb): Promise<void> {
  await strictTable(db, 'group_offers')
    .addColumn('organization_id', 'text', references('organizations.id'))
    .addColumn('account_id', 'text', references('accounts.id'))
    .addColumn('channel_id', 'text', required)
    .addColumn('kind', 'text', oneOf('kind', ['join', 'leave']))
    .addColumn('offered_at', 'integer', required)
    .addPrimaryKeyConstraint('group_offers_key', ['organization_id', 'account_id', 'channel_id', 'kind'])
    .execute()
}
