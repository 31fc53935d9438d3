import type { DomainEvent } from '#domain/event.ts'
import type { TransferRefusal } from '#domain/organization/organization-refusal.ts'
import type { NotTheHeadCoach } from '#domain/organization/policy.ts'
import type { MembershipRefusal } from '#domain/refusal.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { findHeadCoach } from '#store/organization-store.ts'
import { findClubMember, updateMemberStatus } from '#store/role-store.ts'
import { closeTransfer, findPendingTransfer } from '#store/transfer-store.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { changeHeadCoach } from './change-head-coach.ts'
import { requireClubMember } from './require-club-member.ts'
import { transferEvent } from './transfer-event.ts'

export type HeadCoachSet = { name: string; beforeName: string | null }

/**
 * The operator gives a club whose head coach is lost to another member; nobody is asked. A suspended or inactive member
 * becomes active with it, and an open offer is withdrawn.
 */
export async function setHeadCoach(
  { tx, actor, now, newId }: UnitOfWork,
  { slackUserId }: { slackUserId: string },
): Promise<Result<Done<HeadCoachSet>, NotTheHeadCoach | MembershipRefusal | TransferRefusal>> {
  if (actor.kind !== 'system' || !actor.isOperator) return refuse({ code: 'not-the-head-coach' })
  const { organizationId } = actor
  const found = await requireClubMember(tx, organizationId, { slackUserId, name: slackUserId })
  if (!found.ok) return found
  const to = found.value
  const present = await findHeadCoach(tx, organizationId)
  if (present?.accountId === to.accountId) return refuse({ code: 'transfer-to-yourself' })
  const from = present
    ? ((await findClubMember(tx, organizationId, { accountId: present.accountId })) ?? null)
    : null
  const events: DomainEvent[] = []
  if (to.status !== 'active') {
    await updateMemberStatus(tx, to, 'active', null)
    const data = { changeId: newId<string>(), memberId: to.accountId, by: null, cause: 'operator' } as const
    events.push({
      type: 'member.status-changed',
      organizationId,
      target: { kind: 'member', id: to.accountId },
      subjectId: to.accountId,
      isVisibleToSubject: true,
      before: { ...data, status: to.status },
      after: { ...data, status: 'active' },
    })
  }
  const offer = await findPendingTransfer(tx, organizationId)
  if (offer) {
    const withdrawn = { ...offer, state: 'withdrawn', answeredAt: now } as const
    await closeTransfer(tx, withdrawn)
    events.push(transferEvent('head-coach.withdrawn', offer, withdrawn))
  }
  events.push(await changeHeadCoach(tx, { from, to, changeId: newId<string>(), isByOperator: true }))
  return ok({ value: { name: to.displayName, beforeName: from?.displayName ?? null }, events })
}
