import { type AccessRefusal, requireHeadCoach } from '#domain/organization/policy.ts'
import { ok, type Result } from '#kernel/result.ts'
import { mayMoveOwn, upsertPlanSettings } from '#store/plan-settings-store.ts'
import type { Done, UnitOfWork } from '../../perform.ts'

/** The head coach says whether athletes move their sessions by themselves or ask first. */
export async function setOwnMoves(
  { tx, actor, now }: UnitOfWork,
  { isAllowed }: { isAllowed: boolean },
): Promise<Result<Done<{ isAllowed: boolean }>, AccessRefusal>> {
  const head = requireHeadCoach(actor)
  if (!head.ok) return head
  const { organizationId } = head.value
  const before = await mayMoveOwn(tx, organizationId)
  if (before === isAllowed) return ok({ value: { isAllowed }, events: [] })
  await upsertPlanSettings(tx, organizationId, isAllowed, now)
  return ok({
    value: { isAllowed },
    events: [
      {
        type: 'own-moves.set',
        organizationId,
        target: { kind: 'organization', id: organizationId },
        subjectId: null,
        isVisibleToSubject: false,
        before: { isAllowed: before },
        after: { isAllowed },
      },
    ],
  })
}
