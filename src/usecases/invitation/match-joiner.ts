import type { DomainEvent } from '#domain/event.ts'
import { readEmailAddress } from '#domain/invitation/email-address.ts'
import type { PersonFacts } from '#domain/invitation/invitation.ts'
import { ok, type Result } from '#kernel/result.ts'
import { listWaitingForAddress } from '#store/email-invitation-store.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { invitationSent } from './invitation-event.ts'
import { linkEmailInvitation } from './link-email-invitation.ts'

export type MatchJoiner = { address: string; person: PersonFacts }

/** Somebody joined the workspace: asks them whatever waits for their address. Gives how many invitations that was. */
export async function matchJoiner(
  unit: UnitOfWork,
  { address, person }: MatchJoiner,
): Promise<Result<Done<number>, never>> {
  const email = readEmailAddress(address)
  const organizationId = unit.actor.organizationId
  if (!email.ok || !organizationId) return ok({ value: 0, events: [] })
  const events: DomainEvent[] = []
  for (const waiting of await listWaitingForAddress(unit.tx, organizationId, email.value.key, unit.now)) {
    const linked = await linkEmailInvitation(unit, waiting, person)
    // Who cannot be asked, a bot or a member by now, stays as they are.
    if (linked.ok) events.push(invitationSent(linked.value))
  }
  return ok({ value: events.length, events })
}
