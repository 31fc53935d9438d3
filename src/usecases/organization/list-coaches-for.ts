import type { CoachList } from '#domain/organization/coach-card.ts'
import { type AccessRefusal, requireCoach } from '#domain/organization/policy.ts'
import { ok, type Result } from '#kernel/result.ts'
import { listAccounts } from '#store/account-store.ts'
import { listAssignments, listCoaches } from '#store/coach-store.ts'
import { findPendingTransfer } from '#store/transfer-store.ts'
import type { UnitOfReading } from '../ask.ts'

/**
 * The club's coaches, for coaches. Who looks after whom: the head coach reads all of it, an assistant coach their own
 * athletes and of the others the number.
 */
export async function listCoachesFor(
  { db, actor }: UnitOfReading,
  _input: Record<string, never>,
): Promise<Result<CoachList, AccessRefusal>> {
  const reader = requireCoach(actor)
  if (!reader.ok) return reader
  const { organizationId, accountId, roles } = reader.value
  const isHeadCoach = roles.has('head-coach')
  const assignments = await listAssignments(db, organizationId)
  const offer = isHeadCoach ? await findPendingTransfer(db, organizationId) : undefined
  const accounts = await listAccounts(db, organizationId, [
    ...assignments.map(each => each.athleteId),
    ...(offer ? [offer.toId] : []),
  ])
  const coaches = await listCoaches(db, organizationId)
  return ok({
    coaches: coaches.map(coach => ({
      ...coach,
      athleteNames:
        isHeadCoach || coach.accountId === accountId
          ? assignments
              .filter(each => each.coachId === coach.accountId)
              .map(each => accounts.get(each.athleteId)?.displayName ?? 'somebody')
              .sort((one, other) => one.localeCompare(other))
          : null,
    })),
    isHeadCoach,
    offeredTo: offer ? (accounts.get(offer.toId)?.displayName ?? 'somebody') : null,
  })
}
