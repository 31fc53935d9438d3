import { sql } from 'kysely'
import { flag, type MigrationDb, references, required, strictTable } from './columns.ts'

/** What each member lets others see, and indexes for finding what is about somebody and what was posted of them. */
export async function up(db: MigrationDb): Promise<void> {
  await strictTable(db, 'privacy_settings')
    .addColumn('organization_id', 'text', references('organizations.id'))
    .addColumn('account_id', 'text', references('accounts.id'))
    .addColumn('is_shown', 'integer', flag('is_shown'))
    .addColumn('with_coach', 'integer', flag('with_coach'))
    .addColumn('on_leaderboards', 'integer', flag('on_leaderboards'))
    .addColumn('shows_pace', 'integer', flag('shows_pace'))
    .addColumn('shows_heart_rate', 'integer', flag('shows_heart_rate'))
    .addColumn('shows_race_goal', 'integer', flag('shows_race_goal'))
    .addColumn('shows_profile', 'integer', flag('shows_profile'))
    .addColumn('updated_at', 'integer', required)
    .addPrimaryKeyConstraint('privacy_settings_key', ['organization_id', 'account_id'])
    .execute()
  await sql`create index audit_entries_subject on audit_entries (organization_id, subject_id, seq)`.execute(
    db,
  )
  await sql`create index audit_entries_actor on audit_entries (organization_id, actor_id, seq)`.execute(db)
  // Posts that stand in a channel, by age: what is redrawn when somebody in them changes their mind.
  await sql`create index outbox_standing on outbox (organization_id, kind, created_at) where state in ('sending', 'sent') and pulled_back_at is null`.execute(
    db,
  )
}
