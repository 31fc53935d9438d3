import type { HeadCoachTransfer } from '#domain/organization/head-coach-transfer.ts'
import type { TransferRefusal } from '#domain/organization/organization-refusal.ts'
import { type AccessRefusal, requireHeadCoach } from '#domain/organization/policy.ts'
import type { MembershipRefusal } from '#domain/refusal.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { listAccounts } from '#store/account-store.ts'
import { findPendingTransfer, insertTransfer } from '#store/transfer-store.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { type NamedMember, requireClubMember } from './require-club-member.ts'
import { transferEvent } from './transfer-event.ts'

export type HeadCoachOffered = { name: string }

/** The head coach offers the club to an active member, who is asked in a direct message. One offer at a time. */
export async function offerHeadCoach(
  { tx, actor, now, newId }: UnitOfWork,
  { member }: { member: NamedMember },
): Promise<Result<Done<HeadCoachOffered>, AccessRefusal | MembershipRefusal | TransferRefusal>> {
  const head = requireHeadCoach(actor)
  if (!head.ok) return head
  const { organizationId, accountId } = head.value
  const found = await requireClubMember(tx, organizationId, member)
  if (!found.ok) return found
  const { accountId: toId, displayName: name, status, isDeactivated } = found.value
  if (toId === accountId) return refuse({ code: 'transfer-to-yourself' })
  if (status !== 'active' || isDeactivated) return refuse({ code: 'transfer-not-active', name })
  const open = await findPendingTransfer(tx, organizationId)
  if (open) {
    const asked = (await listAccounts(tx, organizationId, [open.toId])).get(open.toId)
    return refuse({ code: 'transfer-pending', name: asked?.displayName ?? 'somebody' })
  }
  const offer: HeadCoachTransfer = {
    id: newId<string>(),
    organizationId,
    fromId: accountId,
    toId,
    state: 'pending',
    createdAt: now,
    answeredAt: null,
  }
  if (!(await insertTransfer(tx, offer))) return refuse({ code: 'transfer-pending', name: 'somebody' })
  return ok({ value: { name }, events: [transferEvent('head-coach.offered', null, offer)] })
}
