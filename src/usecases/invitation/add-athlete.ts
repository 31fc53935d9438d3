import type { Group, GroupRefusal } from '#domain/group/group.ts'
import { decideInvitation } from '#domain/invitation/decide-invitation.ts'
import type { Invitation, InvitationRefusal, PersonFacts } from '#domain/invitation/invitation.ts'
import type { InvitedPlanCard } from '#domain/invitation/invited-plan.ts'
import { requireCoach } from '#domain/organization/policy.ts'
import type { InvitationId } from '#kernel/ids.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { insertInvitation } from '#store/invitation-store.ts'
import { findMembership } from '#store/membership-store.ts'
import { getOrganization } from '#store/organization-store.ts'
import { resolveGroup } from '../group/resolve-group.ts'
import { accountOfPerson } from '../organization/account-of-person.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { type AskedPlan, type AskedPlanRefusal, keepInvitedPlan } from '../plan/invited-plan.ts'
import { admit } from './admit.ts'
import { aboutInvitation } from './invitation-event.ts'
import { standingOf } from './standing.ts'

export type AddAthlete = { person: PersonFacts; groupName: string | null; plan?: AskedPlan | null }
export type AthleteAdded = {
  name: string
  clubName: string
  group: Group | null
  plan: InvitedPlanCard | null
}

/** Takes somebody who has an account in the workspace into the club at once; nothing is shared until they say so. */
export async function addAthlete(
  unit: UnitOfWork,
  { person, groupName, plan }: AddAthlete,
): Promise<Result<Done<AthleteAdded>, AskedPlanRefusal | GroupRefusal | InvitationRefusal>> {
  const { tx, actor, now, newId } = unit
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
  const accountId = await accountOfPerson({ tx, now, newId }, organization.slackTeamId, person)
  const standing = standingOf(await findMembership(tx, accountId), organizationId)
  if (standing === 'here' && accountId !== coach.value.accountId) {
    return refuse({ code: 'already-a-member', name: person.displayName, groupName: null })
  }
  const decided = decideInvitation({
    id: newId<InvitationId>(),
    now,
    coach: coach.value,
    person,
    inviteeId: accountId,
    group,
    via: 'direct',
    standing,
    isInGroup: false,
    hasPending: false,
  })
  if (!decided.ok) return decided
  const added: Invitation = { ...decided.value, state: 'accepted', answeredAt: now }
  await insertInvitation(tx, added)
  const kept = await keepInvitedPlan(
    unit,
    coach.value,
    { invitationId: added.id, inviteeId: accountId },
    plan,
  )
  if (!kept.ok) return kept
  const admitted = await admit(unit, {
    organizationId,
    accountId,
    name: person.displayName,
    group,
    isShared: false,
    invitation: added,
  })
  if (!admitted.ok) return admitted
  return ok({
    value: {
      name: person.displayName,
      clubName: organization.name,
      group,
      plan: admitted.value.plan,
    },
    events: [
      { type: 'athlete.added', ...aboutInvitation(added), before: null, after: added },
      ...admitted.value.events,
    ],
  })
}
