import type { Group } from '#domain/group/group.ts'
import type { Coach } from '#domain/organization/policy.ts'
import type { AccountId, InvitationId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { stateAt } from './expiry.ts'
import type {
  Invitation,
  InvitationAnswer,
  InvitationRefusal,
  InvitationState,
  InvitationWay,
  PersonFacts,
} from './invitation.ts'

export type InvitationFacts = {
  id: InvitationId
  now: Instant
  /** Who was a coach when they asked: what was sent by e-mail stays good when they step down. */
  coach: Pick<Coach, 'organizationId' | 'accountId'>
  person: PersonFacts
  inviteeId: AccountId
  group: Group | null
  via: InvitationWay
  /** Where the person already belongs. */
  standing: 'nowhere' | 'here' | 'suspended-here' | 'elsewhere'
  isInGroup: boolean
  hasPending: boolean
  /** From when on it cannot be answered; never unless given. */
  expiresAt?: Instant | null
}

/** An invitation into the club, or for somebody who is in it already into one more group; what they share is theirs to say. */
export function decideInvitation(facts: InvitationFacts): Result<Invitation, InvitationRefusal> {
  const { person, coach } = facts
  const name = person.displayName
  if (person.isBot) return refuse({ code: 'cannot-invite-bot', name })
  if (person.isDeactivated) return refuse({ code: 'cannot-invite-deactivated', name })
  if (person.isFromElsewhere) return refuse({ code: 'cannot-invite-outsider', name })
  if (facts.inviteeId === coach.accountId) return refuse({ code: 'cannot-invite-yourself' })
  if (facts.standing === 'elsewhere') return refuse({ code: 'in-another-organization', name })
  if (facts.standing === 'suspended-here') return refuse({ code: 'person-suspended', name })
  if (facts.standing === 'here' && (facts.group === null || facts.isInGroup)) {
    return refuse({
      code: 'already-a-member',
      name,
      groupName: facts.isInGroup ? (facts.group?.name ?? null) : null,
    })
  }
  if (facts.hasPending) return refuse({ code: 'already-invited', name })
  return ok({
    id: facts.id,
    organizationId: coach.organizationId,
    inviterId: coach.accountId,
    inviteeId: facts.inviteeId,
    groupId: facts.group?.id ?? null,
    state: 'pending',
    via: facts.via,
    createdAt: facts.now,
    seenAt: null,
    answeredAt: null,
    expiresAt: facts.expiresAt ?? null,
  })
}

/** Two clicks answer once: the second is told what the first one said. */
export function decideAnswer(
  invitation: Invitation,
  answer: InvitationAnswer,
  now: Instant,
): Result<Invitation, InvitationRefusal> {
  const present = stateAt(invitation, now)
  if (present !== 'pending') {
    return refuse({
      code: 'invitation-already-answered',
      state: present,
      organizationId: invitation.organizationId,
    })
  }
  const state: InvitationState = answer === 'decline' ? 'declined' : 'accepted'
  return ok({ ...invitation, state, seenAt: invitation.seenAt ?? now, answeredAt: now })
}
