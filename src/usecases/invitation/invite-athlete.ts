import type { Group, GroupRefusal } from '#domain/group/group.ts'
import type { Invitation, InvitationRefusal, PersonFacts } from '#domain/invitation/invitation.ts'
import type { CodeRefusal } from '#domain/invitation/invitation-code.ts'
import type { InvitedPlanCard } from '#domain/invitation/invited-plan.ts'
import { requireCoach } from '#domain/organization/policy.ts'
import type { LocalDay } from '#kernel/instant.ts'
import { ok, type Result } from '#kernel/result.ts'
import { getOrganization } from '#store/organization-store.ts'
import { resolveGroup } from '../group/resolve-group.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { type AskedPlan, type AskedPlanRefusal, keepInvitedPlan } from '../plan/invited-plan.ts'
import { expiryOf } from './expiry-of.ts'
import { invitationSent } from './invitation-event.ts'
import { writeInvitation } from './write-invitation.ts'

export type InviteAthlete = {
  person: PersonFacts
  groupName: string | null
  /** By which they were found: in Slack unless said otherwise. */
  via?: 'slack' | 'email'
  /** The last day on which it can be answered, in the club's zone; always unless given. */
  until?: LocalDay | null
  /** What they are put on when they accept. */
  plan?: AskedPlan | null
}
export type Invited = {
  invitation: Invitation
  name: string
  group: Group | null
  plan: InvitedPlanCard | null
}

/** Invites somebody of the workspace; the direct message that asks them follows the commit. */
export async function inviteAthlete(
  unit: UnitOfWork,
  { person, groupName, via = 'slack', until = null, plan: askedPlan }: InviteAthlete,
): Promise<Result<Done<Invited>, AskedPlanRefusal | GroupRefusal | InvitationRefusal | CodeRefusal>> {
  const coach = requireCoach(unit.actor)
  if (!coach.ok) return coach
  let group: Group | null = null
  if (groupName !== null) {
    const found = await resolveGroup(unit.tx, unit.actor, groupName)
    if (!found.ok) return found
    group = found.value
  }
  const { zone } = await getOrganization(unit.tx, coach.value.organizationId)
  const expiry = expiryOf(until, zone, unit.now)
  if (!expiry.ok) return expiry
  const asked = { coach: coach.value, person, group, via, expiresAt: expiry.value }
  const written = await writeInvitation(unit, asked)
  if (!written.ok) return written
  const invitation = written.value
  const { id: invitationId, inviteeId } = invitation
  const plan = await keepInvitedPlan(unit, coach.value, { invitationId, inviteeId }, askedPlan)
  if (!plan.ok) return plan
  return ok({
    value: { invitation, name: person.displayName, group, plan: plan.value },
    events: [invitationSent(invitation)],
  })
}
