import type { HeadCoachTransfer, TransferState } from '#domain/organization/head-coach-transfer.ts'
import type { TransferRefusal } from '#domain/organization/organization-refusal.ts'
import { type AccessRefusal, requireActiveMember } from '#domain/organization/policy.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { findClubMember } from '#store/role-store.ts'
import { closeTransfer, findTransfer } from '#store/transfer-store.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { changeHeadCoach } from './change-head-coach.ts'
import { transferEvent } from './transfer-event.ts'

export type AnswerHeadCoachOffer = { transferId: string; isAccepted: boolean }

/**
 * Whoever was asked takes the club or declines. Accepting makes them the head coach and the one before an assistant
 * coach in one transaction; the first of two answers, or of an answer and a withdrawal, counts.
 */
export async function answerHeadCoachOffer(
  { tx, actor, now, newId }: UnitOfWork,
  { transferId, isAccepted }: AnswerHeadCoachOffer,
): Promise<Result<Done<{ isAccepted: boolean }>, AccessRefusal | TransferRefusal>> {
  const asked = requireActiveMember(actor)
  if (!asked.ok) return asked
  const { organizationId, accountId } = asked.value
  const offer = await findTransfer(tx, organizationId, transferId)
  if (!offer) return refuse({ code: 'no-transfer' })
  if (offer.toId !== accountId) return refuse({ code: 'transfer-not-yours' })
  const answered: HeadCoachTransfer = {
    ...offer,
    state: isAccepted ? 'accepted' : 'declined',
    answeredAt: now,
  }
  if (!(await closeTransfer(tx, answered))) {
    const present = await findTransfer(tx, organizationId, transferId)
    return refuse({ code: 'transfer-over', state: overOf(present?.state ?? offer.state) })
  }
  if (!isAccepted) {
    return ok({
      value: { isAccepted },
      events: [transferEvent('head-coach.declined', offer, answered)],
    })
  }
  const to = await findClubMember(tx, organizationId, { accountId })
  const from = await findClubMember(tx, organizationId, { accountId: offer.fromId })
  // Whoever lost the role since they offered it has nothing to give.
  if (!to || !from?.roles.has('head-coach')) return refuse({ code: 'transfer-over', state: 'withdrawn' })
  const event = await changeHeadCoach(tx, { from, to, changeId: newId<string>(), isByOperator: false })
  return ok({ value: { isAccepted }, events: [event] })
}

function overOf(state: TransferState): Exclude<TransferState, 'pending'> {
  return state === 'pending' ? 'withdrawn' : state
}
