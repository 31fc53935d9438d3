import type { TransferRefusal } from '#domain/organization/organization-refusal.ts'
import { type AccessRefusal, requireHeadCoach } from '#domain/organization/policy.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { listAccounts } from '#store/account-store.ts'
import { closeTransfer, findPendingTransfer } from '#store/transfer-store.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { transferEvent } from './transfer-event.ts'

/** The head coach takes an open offer of the club back. Whoever was asked is told. */
export async function withdrawHeadCoachOffer(
  { tx, actor, now }: UnitOfWork,
  _input: Record<string, never>,
): Promise<Result<Done<{ name: string }>, AccessRefusal | TransferRefusal>> {
  const head = requireHeadCoach(actor)
  if (!head.ok) return head
  const { organizationId } = head.value
  const open = await findPendingTransfer(tx, organizationId)
  if (!open) return refuse({ code: 'no-transfer' })
  const withdrawn = { ...open, state: 'withdrawn', answeredAt: now } as const
  if (!(await closeTransfer(tx, withdrawn))) return refuse({ code: 'no-transfer' })
  const asked = (await listAccounts(tx, organizationId, [open.toId])).get(open.toId)
  return ok({
    value: { name: asked?.displayName ?? 'somebody' },
    events: [transferEvent('head-coach.withdrawn', open, withdrawn)],
  })
}
