import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import type { Tx } from './db.ts'
import { eraseRows, type Leaver } from './erase-rows.ts'

/** What somebody was assigned goes; the templates they wrote and what they assigned others stay, in the heir's name. */
export async function erasePlans(tx: Tx, { organizationId, accountId, heirId }: Leaver): Promise<void> {
  await eraseRows(tx, { organizationId, accountId }, ['session_changes', 'enrollments'])
  await tx
    .updateTable('plans')
    .set({ owner_id: heirId })
    .where('organization_id', '=', organizationId)
    .where('owner_id', '=', accountId)
    .execute()
  await tx
    .updateTable('enrollments')
    .set({ assigned_by: heirId })
    .where('organization_id', '=', organizationId)
    .where('assigned_by', '=', accountId)
    .execute()
}

/** The plans that came with their invitations; before those go. */
export async function eraseInvitedPlans(
  tx: Tx,
  organizationId: OrganizationId,
  accountId: AccountId,
): Promise<void> {
  await tx
    .deleteFrom('invited_plans')
    .where('organization_id', '=', organizationId)
    .where('invitation_id', 'in', query =>
      query
        .selectFrom('invitations')
        .select('id')
        .where('organization_id', '=', organizationId)
        .where('invitee_id', '=', accountId),
    )
    .execute()
}
