import { whyDead } from '#domain/invitation/invitation-code.ts'
import type { InvitationList } from '#domain/invitation/invitation-list.ts'
import { type AccessRefusal, requireCoach } from '#domain/organization/policy.ts'
import { ok, type Result } from '#kernel/result.ts'
import { listGroupNames } from '#store/group-store.ts'
import { listInvitationCodes } from '#store/invitation-code-store.ts'
import { countInvitations, listPendingOfAllKinds } from '#store/read/invitation-read.ts'
import type { UnitOfReading } from '../ask.ts'

export const PENDING_PAGE_SIZE = 10
const MOST_CODES = 10

/** For coaches: what waits for an answer, which codes there are, and how far invitations got. */
export async function listInvitations(
  { db, actor, now }: UnitOfReading,
  { offset }: { offset: number },
): Promise<Result<InvitationList, AccessRefusal>> {
  const coach = requireCoach(actor)
  if (!coach.ok) return coach
  const { organizationId } = coach.value
  const pending = await listPendingOfAllKinds(
    db,
    organizationId,
    { limit: PENDING_PAGE_SIZE + 1, offset },
    now,
  )
  const codes = await listInvitationCodes(db, organizationId)
  const listed = codes.slice(0, MOST_CODES)
  const groups = await listGroupNames(
    db,
    organizationId,
    listed.flatMap(({ groupId }) => groupId ?? []),
  )
  return ok({
    funnel: await countInvitations(db, organizationId, now),
    pending: pending.slice(0, PENDING_PAGE_SIZE),
    offset,
    hasMore: pending.length > PENDING_PAGE_SIZE,
    codes: listed.map(code => ({
      code,
      groupName: code.groupId ? (groups.get(code.groupId) ?? null) : null,
      dead: whyDead(code, now),
    })),
    moreCodes: codes.length - listed.length,
  })
}
