import type { InvitationCard } from '#domain/invitation/invitation-card.ts'
import type { OrganizationId } from '#kernel/ids.ts'
import { listAccounts } from '#store/account-store.ts'
import type { Reading } from '#store/db.ts'
import { findGroup } from '#store/group-store.ts'
import { findInvitation } from '#store/invitation-store.ts'
import { findInvitedPlanCard } from '#store/invited-plan-store.ts'
import { getOrganization } from '#store/organization-store.ts'

/** Null when there is no such invitation. */
export async function getInvitationCard(
  db: Reading,
  organizationId: OrganizationId,
  invitationId: string,
): Promise<InvitationCard | null> {
  const invitation = await findInvitation(db, organizationId, invitationId)
  if (!invitation) return null
  const organization = await getOrganization(db, organizationId)
  const accounts = await listAccounts(db, organizationId, [invitation.inviterId, invitation.inviteeId])
  const group = invitation.groupId ? await findGroup(db, organizationId, invitation.groupId) : undefined
  return {
    invitationId: invitation.id,
    state: invitation.state,
    via: invitation.via,
    clubName: organization.name,
    inviterName: accounts.get(invitation.inviterId)?.displayName ?? 'A coach',
    inviteeName: accounts.get(invitation.inviteeId)?.displayName ?? 'Somebody',
    groupName: group?.name ?? null,
    groupDescription: group?.description || null,
    groupChannelId: group?.channelId ?? null,
    plan: await findInvitedPlanCard(db, organizationId, invitation.id),
  }
}
