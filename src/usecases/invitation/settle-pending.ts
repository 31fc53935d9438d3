import type { DomainEvent } from '#domain/event.ts'
import { stateAt } from '#domain/invitation/expiry.ts'
import type { Invitation, InvitationAnswer } from '#domain/invitation/invitation.ts'
import { settleEmailInvitation } from '#store/email-invitation-store.ts'
import { listPendingInto, updateInvitationState } from '#store/invitation-store.ts'
import { findInvitedPlan } from '#store/invited-plan-store.ts'
import { listInvitationMessages } from '#store/read/invitation-messages.ts'
import type { UnitOfWork } from '../perform.ts'
import { aboutInvitation } from './invitation-event.ts'

/**
 * Whoever came in another way need not answer any more what asked them the same: those invitations count as accepted,
 * and lose their buttons. One that brings a plan still has something to offer, and stays.
 */
export async function settlePending(
  { tx, now }: Pick<UnitOfWork, 'tx' | 'now'>,
  { organizationId, inviteeId, groupId }: Invitation,
  answer: Exclude<InvitationAnswer, 'decline'>,
): Promise<DomainEvent[]> {
  const events: DomainEvent[] = []
  for (const before of await listPendingInto(tx, organizationId, inviteeId, groupId)) {
    if (stateAt(before, now) !== 'pending') continue
    if (await findInvitedPlan(tx, organizationId, before.id)) continue
    const after = { ...before, state: 'accepted' as const, seenAt: before.seenAt ?? now, answeredAt: now }
    await updateInvitationState(tx, after)
    await settleEmailInvitation(tx, organizationId, after)
    const messages = await listInvitationMessages(tx, organizationId, before)
    events.push({
      type: 'invitation.answered',
      ...aboutInvitation(after),
      before: { ...before, answer },
      after: { ...after, answer, messages },
    })
  }
  return events
}
