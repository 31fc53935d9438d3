import { sql } from 'kysely'
import { flag, type MigrationDb, oneOf, primary, references, required, strictTable } from './columns.ts'

const STATES = ['pending', 'accepted', 'declined', 'expired', 'revoked']

/** Invitations by e-mail and by code, and how far each invitation got. */
export async function up(db: MigrationDb): Promise<void> {
  await db.schema.alterTable('invitations').addColumn('seen_at', 'integer').execute()
  await db.schema
    .alterTable('invitations')
    .addColumn('via', 'text', column =>
      column.notNull().defaultTo('slack').check(sql`via in ('slack', 'email', 'code', 'direct')`),
    )
    .execute()
  await db.schema
    .createIndex('invitations_state')
    .on('invitations')
    .columns(['organization_id', 'state', 'created_at', 'id'])
    .execute()
  await strictTable(db, 'email_invitations')
    .addColumn('id', 'text', primary)
    .addColumn('organization_id', 'text', references('organizations.id'))
    .addColumn('inviter_id', 'text', references('accounts.id'))
    .addColumn('group_id', 'text', column => column.references('groups.id'))
    .addColumn('first_name', 'text', required)
    .addColumn('address', 'text', required)
    .addColumn('address_key', 'text', required)
    .addColumn('token_hash', 'text', column => column.unique())
    .addColumn('state', 'text', oneOf('state', STATES))
    .addColumn('sent_at', 'integer', required)
    .addColumn('seen_at', 'integer')
    .addColumn('answered_at', 'integer')
    // Once the person is known in Slack, they are asked there, and that invitation carries the answer.
    .addColumn('account_id', 'text', column => column.references('accounts.id'))
    .addColumn('invitation_id', 'text', column => column.references('invitations.id'))
    .execute()
  await db.schema
    .createIndex('email_invitations_address')
    .on('email_invitations')
    .columns(['organization_id', 'address_key', 'state'])
    .execute()
  await sql`create index email_invitations_invitation on email_invitations (invitation_id) where invitation_id is not null`.execute(
    db,
  )
  await strictTable(db, 'invitation_codes')
    .addColumn('id', 'text', primary)
    .addColumn('organization_id', 'text', references('organizations.id'))
    .addColumn('inviter_id', 'text', references('accounts.id'))
    .addColumn('group_id', 'text', column => column.references('groups.id'))
    .addColumn('code_hash', 'text', required)
    .addColumn('hint', 'text', required)
    .addColumn('is_vanity', 'integer', flag('is_vanity'))
    .addColumn('cap', 'integer')
    .addColumn('uses', 'integer', required)
    .addColumn('expires_at', 'integer')
    .addColumn('revoked_at', 'integer')
    .addColumn('created_at', 'integer', required)
    .addCheckConstraint('invitation_codes_cap', sql`cap is null or uses <= cap`)
    .execute()
  // A revoked code frees its word.
  await sql`create unique index invitation_codes_live on invitation_codes (organization_id, code_hash) where revoked_at is null`.execute(
    db,
  )
  await strictTable(db, 'code_attempts')
    .addColumn('id', 'text', primary)
    .addColumn('organization_id', 'text', references('organizations.id'))
    .addColumn('slack_user_id', 'text', required)
    .addColumn('attempted_at', 'integer', required)
    .execute()
  await db.schema
    .createIndex('code_attempts_person')
    .on('code_attempts')
    .columns(['organization_id', 'slack_user_id', 'attempted_at'])
    .execute()
}
