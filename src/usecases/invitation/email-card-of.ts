import type { EmailInvitation, EmailInvitationCard } from '#domain/invitation/email-invitation.ts'
import { listAccounts } from '#store/account-store.ts'
import type { Reading } from '#store/db.ts'
import { findGroup } from '#store/group-store.ts'
import { findInvitedPlanCard } from '#store/invited-plan-store.ts'
import { getOrganization } from '#store/organization-store.ts'

/** Everything a mail about an invitation says. */
export async function emailCardOf(db: Reading, invitation: EmailInvitation): Promise<EmailInvitationCard> {
  const { organizationId, inviterId, groupId } = invitation
  const organization = await getOrganization(db, organizationId)
  const inviter = (await listAccounts(db, organizationId, [inviterId])).get(inviterId)
  const group = groupId ? await findGroup(db, organizationId, groupId) : undefined
  return {
    firstName: invitation.firstName,
    address: invitation.address,
    clubName: organization.name,
    inviterName: inviter?.displayName ?? 'A coach',
    groupName: group?.name ?? null,
    plan: await findInvitedPlanCard(db, organizationId, invitation.id),
  }
}
