import type { Group, GroupRefusal } from '#domain/group/group.ts'
import { decideInvitation, type InvitationFacts } from '#domain/invitation/decide-invitation.ts'
import type { Invitation, InvitationRefusal, PersonFacts } from '#domain/invitation/invitation.ts'
import { type AccessRefusal, requireCoach } from '#domain/organization/policy.ts'
import type { InvitationId, OrganizationId } from '#kernel/ids.ts'
import type { Zone } from '#kernel/instant.ts'
import { ok, type Result } from '#kernel/result.ts'
import { upsertAccount } from '#store/account-store.ts'
import { isGroupMember } from '#store/group-membership-store.ts'
import { hasPendingInvitation, insertInvitation } from '#store/invitation-store.ts'
import { findMembership, type Membership } from '#store/membership-store.ts'
import { getOrganization } from '#store/organization-store.ts'
import { resolveGroup } from '../group/resolve-group.ts'
import type { Done, UnitOfWork } from '../perform.ts'

export type InviteAthlete = { person: PersonFacts; groupName: string | null }
export type Invited = { invitation: Invitation; name: string; group: Group | null }

/** Invites somebody of the workspace; the direct message that asks them follows the commit. */
export async function inviteAthlete(
  { tx, actor, now, newId }: UnitOfWork,
  { person, groupName }: InviteAthlete,
): Promise<Result<Done<Invited>, AccessRefusal | GroupRefusal | InvitationRefusal>> {
  const coach = requireCoach(actor)
  if (!coach.ok) return coach
  const { organizationId } = coach.value
  let group: Group | null = null
  if (groupName !== null) {
    const found = await resolveGroup(tx, actor, groupName)
    if (!found.ok) return found
    group = found.value
  }
  const organization = await getOrganization(tx, organizationId)
  const inviteeId = await upsertAccount(
    tx,
    newId,
    {
      slackTeamId: organization.slackTeamId,
      slackUserId: person.slackUserId,
      displayName: person.displayName,
      zone: person.zone as Zone,
      isDeactivated: person.isDeactivated,
    },
    now,
  )
  const membership = await findMembership(tx, inviteeId)
  const decided = decideInvitation({
    id: newId<InvitationId>(),
    now,
    coach: coach.value,
    person,
    inviteeId,
    group,
    standing: standingOf(membership, organizationId),
    isInGroup: group !== null && (await isGroupMember(tx, organizationId, group.id, inviteeId)),
    hasPending: await hasPendingInvitation(tx, organizationId, inviteeId, group?.id ?? null),
  })
  if (!decided.ok) return decided
  const invitation = decided.value
  await insertInvitation(tx, invitation)
  return ok({
    value: { invitation, name: person.displayName, group },
    events: [
      {
        type: 'invitation.sent',
        organizationId,
        target: { kind: 'invitation', id: invitation.id },
        subjectId: inviteeId,
        isVisibleToSubject: true,
        before: null,
        after: invitation,
      },
    ],
  })
}

function standingOf(
  membership: Membership | undefined,
  organizationId: OrganizationId,
): InvitationFacts['standing'] {
  if (!membership) return 'nowhere'
  if (membership.organizationId !== organizationId) return 'elsewhere'
  return membership.status === 'suspended' ? 'suspended-here' : 'here'
}
