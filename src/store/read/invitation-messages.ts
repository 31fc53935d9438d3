import type { OrganizationId } from '#kernel/ids.ts'
import type { Reading } from '../db.ts'

/** The messages by which somebody is or will be asked, by the id of their outbox row, oldest first. */
export async function listInvitationMessages(
  db: Reading,
  organizationId: OrganizationId,
  invitation: { id: string; inviteeId: string },
): Promise<string[]> {
  const rows = await db
    .selectFrom('outbox as o')
    .select(['o.id', 'o.payload_json'])
    .where('o.organization_id', '=', organizationId)
    .where('o.kind', '=', 'invitation')
    .where('o.recipient', '=', ({ selectFrom }) =>
      selectFrom('accounts').select('slack_user_id').where('id', '=', invitation.inviteeId),
    )
    .orderBy('o.id')
    .execute()
  return rows
    .filter(row => (JSON.parse(row.payload_json) as { invitationId?: string }).invitationId === invitation.id)
    .map(row => row.id)
}
