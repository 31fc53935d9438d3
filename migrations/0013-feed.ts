import { sql } from 'kysely'
import { flag, type MigrationDb, oneOf, primary, references, required, strictTable } from './columns.ts'

/** Which groups' runs go into which channels, how much a channel takes, and what people say to a run. */
export async function up(db: MigrationDb): Promise<void> {
  await strictTable(db, 'feed_subscriptions')
    .addColumn('id', 'text', primary)
    .addColumn('organization_id', 'text', references('organizations.id'))
    .addColumn('group_id', 'text', references('groups.id'))
    .addColumn('channel_id', 'text', required)
    .addColumn('mode', 'text', oneOf('mode', ['each', 'daily', 'weekly']))
    .addColumn('sub_types', 'text', required)
    .addColumn('state', 'text', oneOf('state', ['active', 'paused', 'ended']))
    .addColumn('pause_reason', 'text')
    .addColumn('set_by', 'text', references('accounts.id'))
    .addColumn('active_from', 'integer', required)
    .addColumn('last_digest_on', 'text')
    .addColumn('created_at', 'integer', required)
    .addColumn('updated_at', 'integer', required)
    .execute()
  await sql`create unique index feed_subscriptions_live on feed_subscriptions (organization_id, group_id, channel_id) where state <> 'ended'`.execute(
    db,
  )
  await sql`create index feed_subscriptions_channel on feed_subscriptions (organization_id, channel_id) where state <> 'ended'`.execute(
    db,
  )
  await strictTable(db, 'channel_budgets')
    .addColumn('organization_id', 'text', references('organizations.id'))
    .addColumn('channel_id', 'text', required)
    .addColumn('boards_a_week', 'integer', required)
    .addColumn('runs_a_day', 'integer', required)
    .addColumn('set_by', 'text', references('accounts.id'))
    .addColumn('updated_at', 'integer', required)
    .addPrimaryKeyConstraint('channel_budgets_key', ['organization_id', 'channel_id'])
    .execute()
  // Boards that would have been too many for their channel: a line of that day's card instead.
  await strictTable(db, 'folded_boards')
    .addColumn('organization_id', 'text', references('organizations.id'))
    .addColumn('channel_id', 'text', required)
    .addColumn('local_on', 'text', required)
    .addColumn('schedule_id', 'text', references('schedules.id'))
    .addColumn('payload_json', 'text', required)
    .addColumn('created_at', 'integer', required)
    .addPrimaryKeyConstraint('folded_boards_key', [
      'organization_id',
      'channel_id',
      'local_on',
      'schedule_id',
    ])
    .execute()
  await strictTable(db, 'kudos')
    .addColumn('organization_id', 'text', references('organizations.id'))
    .addColumn('activity_id', 'text', column =>
      column.notNull().references('activities.id').onDelete('cascade'),
    )
    .addColumn('account_id', 'text', references('accounts.id'))
    .addColumn('is_by_button', 'integer', flag('is_by_button'))
    .addColumn('reactions', 'text', required)
    .addColumn('given_at', 'integer', required)
    .addPrimaryKeyConstraint('kudos_key', ['activity_id', 'account_id'])
    .execute()
  await db.schema
    .createIndex('kudos_given')
    .on('kudos')
    .columns(['organization_id', 'given_at', 'account_id', 'activity_id'])
    .execute()
  await strictTable(db, 'activity_comments')
    .addColumn('id', 'text', primary)
    .addColumn('organization_id', 'text', references('organizations.id'))
    .addColumn('activity_id', 'text', column =>
      column.notNull().references('activities.id').onDelete('cascade'),
    )
    .addColumn('author_id', 'text', references('accounts.id'))
    .addColumn('text', 'text', required)
    .addColumn('slack_message', 'text')
    .addColumn('created_at', 'integer', required)
    .execute()
  await db.schema
    .createIndex('activity_comments_activity')
    .on('activity_comments')
    .columns(['activity_id', 'created_at'])
    .execute()
  // The same message is told to us more than once.
  await sql`create unique index activity_comments_message on activity_comments (organization_id, slack_message) where slack_message is not null`.execute(
    db,
  )
  // Which post does a message, a reaction or an answer belong to?
  await sql`create index outbox_posted on outbox (organization_id, posted_channel, posted_ts) where posted_ts is not null`.execute(
    db,
  )
}
