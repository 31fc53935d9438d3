import type { Group } from '#domain/group/group.ts'
import { decideInvitation, type InvitationFacts } from '#domain/invitation/decide-invitation.ts'
import type {
  Invitation,
  InvitationRefusal,
  InvitationWay,
  PersonFacts,
} from '#domain/invitation/invitation.ts'
import type { InvitationId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import type { Result } from '#kernel/result.ts'
import { isGroupMember } from '#store/group-membership-store.ts'
import { hasPendingInvitation, insertInvitation } from '#store/invitation-store.ts'
import { findMembership } from '#store/membership-store.ts'
import { getOrganization } from '#store/organization-store.ts'
import { accountOfPerson } from '../organization/account-of-person.ts'
import type { UnitOfWork } from '../perform.ts'
import { standingOf } from './standing.ts'

/** Gathers what is known of a person, decides, and writes the pending invitation that asks them in Slack. */
export async function writeInvitation(
  { tx, now, newId }: Pick<UnitOfWork, 'tx' | 'now' | 'newId'>,
  asked: {
    coach: InvitationFacts['coach']
    person: PersonFacts
    group: Group | null
    via: Exclude<InvitationWay, 'code' | 'direct'>
    expiresAt?: Instant | null
  },
): Promise<Result<Invitation, InvitationRefusal>> {
  const { coach, person, group, via } = asked
  const { organizationId } = coach
  const organization = await getOrganization(tx, organizationId)
  const inviteeId = await accountOfPerson({ tx, now, newId }, organization.slackTeamId, person)
  const decided = decideInvitation({
    id: newId<InvitationId>(),
    now,
    coach,
    person,
    inviteeId,
    group,
    via,
    standing: standingOf(await findMembership(tx, inviteeId), organizationId),
    isInGroup: group !== null && (await isGroupMember(tx, organizationId, group.id, inviteeId)),
    hasPending: await hasPendingInvitation(tx, organizationId, inviteeId, group?.id ?? null, now),
    expiresAt: asked.expiresAt ?? null,
  })
  if (decided.ok) await insertInvitation(tx, decided.value)
  return decided
}
