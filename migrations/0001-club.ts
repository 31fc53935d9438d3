import { sql } from 'kysely'
import { flag, type MigrationDb, oneOf, primary, references, required, strictTable } from './columns.ts'

/** A running club: who belongs to it, its groups, runs, posts, and the record of who did what. */
export async function up(db: MigrationDb): Promise<void> {
  await people(db)
  await groups(db)
  await activities(db)
  await posting(db)
  await auditing(db)
}

async function people(db: MigrationDb): Promise<void> {
  await strictTable(db, 'organizations')
    .addColumn('id', 'text', primary)
    .addColumn('slack_team_id', 'text', column => column.notNull().unique())
    .addColumn('name', 'text', required)
    .addColumn('zone', 'text', required)
    .addColumn('is_demo', 'integer', flag('is_demo'))
    .addColumn('created_at', 'integer', required)
    .execute()
  await strictTable(db, 'accounts')
    .addColumn('id', 'text', primary)
    .addColumn('slack_team_id', 'text', required)
    .addColumn('slack_user_id', 'text', required)
    .addColumn('display_name', 'text', required)
    .addColumn('zone', 'text', required)
    .addColumn('is_deactivated', 'integer', flag('is_deactivated'))
    .addColumn('created_at', 'integer', required)
    .addColumn('updated_at', 'integer', required)
    .addUniqueConstraint('accounts_slack_user', ['slack_team_id', 'slack_user_id'])
    .execute()
  await strictTable(db, 'memberships')
    .addColumn('id', 'text', primary)
    .addColumn('organization_id', 'text', references('organizations.id'))
    .addColumn('account_id', 'text', references('accounts.id'))
    .addColumn('status', 'text', oneOf('status', ['active', 'inactive', 'suspended']))
    .addColumn('shares_by_default', 'integer', flag('shares_by_default'))
    .addColumn('joined_at', 'integer', required)
    .addColumn('left_at', 'integer')
    .execute()
  // An account belongs to at most one organization at a time.
  await sql`create unique index memberships_current on memberships (account_id) where left_at is null`.execute(
    db,
  )
  await db.schema
    .createIndex('memberships_organization')
    .on('memberships')
    .columns(['organization_id', 'left_at', 'account_id', 'status'])
    .execute()
  await strictTable(db, 'membership_roles')
    .addColumn('membership_id', 'text', references('memberships.id'))
    .addColumn('role', 'text', oneOf('role', ['head-coach', 'assistant-coach', 'athlete']))
    .addPrimaryKeyConstraint('membership_roles_key', ['membership_id', 'role'])
    .execute()
  await strictTable(db, 'claim_codes')
    .addColumn('code_hash', 'text', primary)
    .addColumn('created_at', 'integer', required)
    .addColumn('used_at', 'integer')
    .execute()
}

async function groups(db: MigrationDb): Promise<void> {
  await strictTable(db, 'groups')
    .addColumn('id', 'text', primary)
    .addColumn('organization_id', 'text', references('organizations.id'))
    .addColumn('name', 'text', required)
    .addColumn('name_key', 'text', required)
    .addColumn('description', 'text', required)
    .addColumn('privacy', 'text', oneOf('privacy', ['public', 'private']))
    .addColumn('owner_id', 'text', references('accounts.id'))
    .addColumn('version', 'integer', required)
    .addColumn('created_at', 'integer', required)
    .addColumn('updated_at', 'integer', required)
    .addColumn('deleted_at', 'integer')
    .execute()
  await sql`create unique index groups_live_name on groups (organization_id, name_key) where deleted_at is null`.execute(
    db,
  )
  await strictTable(db, 'group_memberships')
    .addColumn('id', 'text', primary)
    .addColumn('organization_id', 'text', references('organizations.id'))
    .addColumn('group_id', 'text', references('groups.id'))
    .addColumn('account_id', 'text', references('accounts.id'))
    .addColumn('is_shared', 'integer', flag('is_shared'))
    .addColumn('joined_at', 'integer', required)
    .addColumn('left_at', 'integer')
    .execute()
  await sql`create unique index group_memberships_current on group_memberships (group_id, account_id) where left_at is null`.execute(
    db,
  )
  await db.schema
    .createIndex('group_memberships_account')
    .on('group_memberships')
    .columns(['account_id', 'left_at', 'group_id'])
    .execute()
  await strictTable(db, 'invitations')
    .addColumn('id', 'text', primary)
    .addColumn('organization_id', 'text', references('organizations.id'))
    .addColumn('inviter_id', 'text', references('accounts.id'))
    .addColumn('invitee_id', 'text', references('accounts.id'))
    .addColumn('group_id', 'text', column => column.references('groups.id'))
    .addColumn('state', 'text', oneOf('state', ['pending', 'accepted', 'declined', 'expired', 'revoked']))
    .addColumn('created_at', 'integer', required)
    .addColumn('answered_at', 'integer')
    .execute()
  await db.schema
    .createIndex('invitations_invitee')
    .on('invitations')
    .columns(['organization_id', 'invitee_id', 'state'])
    .execute()
}

async function activities(db: MigrationDb): Promise<void> {
  await strictTable(db, 'activities')
    .addColumn('id', 'text', primary)
    .addColumn('organization_id', 'text', references('organizations.id'))
    .addColumn('account_id', 'text', references('accounts.id'))
    .addColumn('started_at', 'integer', required)
    .addColumn('local_on', 'text', required)
    .addColumn('zone', 'text', required)
    .addColumn('name', 'text', required)
    .addColumn('sub_type', 'text', required)
    .addColumn('distance_cm', 'integer')
    .addColumn('duration_ms', 'integer', required)
    .addColumn('elapsed_ms', 'integer', required)
    .addColumn('climb_cm', 'integer')
    .addColumn('average_heart_rate', 'integer')
    .addColumn('max_heart_rate', 'integer')
    .addColumn('device', 'text')
    .addColumn('source', 'text', required)
    .addColumn('visibility', 'text', oneOf('visibility', ['share', 'coach-only', 'hide']))
    .addColumn('note', 'text', required)
    .addColumn('file_sha256', 'text')
    .addColumn('created_at', 'integer', required)
    .addColumn('updated_at', 'integer', required)
    .execute()
  // One covering index serves boards, stats and feeds: SQLite keeps it right on edits, and no rollup has to be.
  await db.schema
    .createIndex('activities_covering')
    .on('activities')
    .columns([
      'account_id',
      'started_at',
      'organization_id',
      'local_on',
      'sub_type',
      'distance_cm',
      'duration_ms',
      'climb_cm',
      'visibility',
      'source',
    ])
    .execute()
  await sql`create index activities_file on activities (account_id, file_sha256) where file_sha256 is not null`.execute(
    db,
  )
}

async function posting(db: MigrationDb): Promise<void> {
  await strictTable(db, 'outbox')
    .addColumn('id', 'text', primary)
    .addColumn('organization_id', 'text', references('organizations.id'))
    .addColumn('dedupe_key', 'text', column => column.notNull().unique())
    .addColumn('kind', 'text', required)
    .addColumn('recipient', 'text', required)
    .addColumn('payload_json', 'text', required)
    .addColumn('state', 'text', oneOf('state', ['pending', 'sending', 'sent', 'failed', 'needs-human']))
    .addColumn('owner', 'text')
    .addColumn('attempt', 'integer', required)
    .addColumn('first_attempt_at', 'integer')
    .addColumn('attempt_at', 'integer')
    .addColumn('is_uncertain', 'integer', flag('is_uncertain'))
    .addColumn('not_before', 'integer', required)
    .addColumn('posted_channel', 'text')
    .addColumn('posted_ts', 'text')
    .addColumn('posted_file_id', 'text')
    .addColumn('pulled_back_at', 'integer')
    .addColumn('error_class', 'text')
    .addColumn('created_at', 'integer', required)
    .execute()
  // What goes to one recipient goes in order: is anything earlier still open?
  await sql`create index outbox_open_recipient on outbox (organization_id, recipient, id) where state in ('pending', 'sending')`.execute(
    db,
  )
  await sql`create index outbox_open on outbox (not_before, id) where state in ('pending', 'sending')`.execute(
    db,
  )
  await strictTable(db, 'schedules')
    .addColumn('id', 'text', primary)
    .addColumn('organization_id', 'text', references('organizations.id'))
    .addColumn('group_id', 'text', references('groups.id'))
    .addColumn('channel_id', 'text', required)
    .addColumn('kind', 'text', oneOf('kind', ['weekly-leaderboard']))
    .addColumn('metric', 'text', required)
    .addColumn('weekday', 'integer', column => column.notNull().check(sql`weekday between 1 and 7`))
    .addColumn('local_time', 'text', required)
    .addColumn('zone', 'text', required)
    .addColumn('catch_up_hours', 'integer', required)
    .addColumn('active_from', 'integer', required)
    .addColumn('state', 'text', oneOf('state', ['active', 'paused', 'ended']))
    .addColumn('pause_reason', 'text')
    .addColumn('set_by', 'text', references('accounts.id'))
    .addColumn('created_at', 'integer', required)
    .addColumn('updated_at', 'integer', required)
    .execute()
  await sql`create unique index schedules_live on schedules (group_id, channel_id, kind) where state <> 'ended'`.execute(
    db,
  )
  await strictTable(db, 'occurrences')
    .addColumn('organization_id', 'text', references('organizations.id'))
    .addColumn('schedule_id', 'text', references('schedules.id'))
    .addColumn('local_on', 'text', required)
    .addColumn('due_at', 'integer', required)
    .addColumn('state', 'text', oneOf('state', ['posting', 'missed']))
    .addColumn('created_at', 'integer', required)
    .addPrimaryKeyConstraint('occurrences_key', ['schedule_id', 'local_on'])
    .execute()
  await strictTable(db, 'handled_requests')
    .addColumn('request_key', 'text', primary)
    .addColumn('handled_at', 'integer', required)
    .execute()
  await db.schema.createIndex('handled_requests_age').on('handled_requests').columns(['handled_at']).execute()
}

async function auditing(db: MigrationDb): Promise<void> {
  await strictTable(db, 'audit_entries')
    .addColumn('organization_id', 'text', references('organizations.id'))
    .addColumn('seq', 'integer', required)
    .addColumn('at', 'integer', required)
    .addColumn('actor_kind', 'text', oneOf('actor_kind', ['member', 'system', 'operator']))
    .addColumn('actor_id', 'text')
    .addColumn('surface', 'text', required)
    .addColumn('action', 'text', required)
    .addColumn('target_kind', 'text', required)
    .addColumn('target_id', 'text', required)
    .addColumn('subject_id', 'text')
    .addColumn('is_visible_to_subject', 'integer', flag('is_visible_to_subject'))
    .addColumn('detail_hash', 'text', required)
    .addColumn('prev_hash', 'text', required)
    .addColumn('hash', 'text', required)
    .addPrimaryKeyConstraint('audit_entries_key', ['organization_id', 'seq'])
    .execute()
  await strictTable(db, 'audit_details')
    .addColumn('organization_id', 'text', required)
    .addColumn('seq', 'integer', required)
    .addColumn('salt', 'text', required)
    .addColumn('detail_json', 'text', required)
    .addPrimaryKeyConstraint('audit_details_key', ['organization_id', 'seq'])
    .execute()
  await strictTable(db, 'audit_heads')
    .addColumn('organization_id', 'text', column => column.primaryKey().references('organizations.id'))
    .addColumn('seq', 'integer', required)
    .addColumn('hash', 'text', required)
    .execute()
  // The ledger is append-only even for a program with a bug; details may be erased, never rewritten.
  for (const [table, verb] of [
    ['audit_entries', 'update'],
    ['audit_entries', 'delete'],
    ['audit_details', 'update'],
  ] as const) {
    await sql`create trigger ${sql.raw(`${table}_no_${verb}`)} before ${sql.raw(verb)} on ${sql.raw(table)}
      begin select raise(abort, 'the audit ledger is append-only'); end`.execute(db)
  }
}
