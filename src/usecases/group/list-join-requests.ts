import type { JoinRequestLine } from '#domain/group/join-request.ts'
import { type AccessRefusal, isCoach, requireActiveMember } from '#domain/organization/policy.ts'
import { ok, type Result } from '#kernel/result.ts'
import { listOpenJoinRequests } from '#store/group-request-store.ts'
import type { UnitOfReading } from '../ask.ts'

/** More than fit into one message: how many more there are is said in words. */
const LISTED = 101

/** Requests that wait for an answer: every one to coaches, those of one's own groups to an owner. */
export async function listJoinRequests(
  { db, actor }: UnitOfReading,
  _input: Record<string, never>,
): Promise<Result<JoinRequestLine[], AccessRefusal>> {
  const member = requireActiveMember(actor)
  if (!member.ok) return member
  const { organizationId, accountId } = member.value
  const ownerId = isCoach(actor) ? null : accountId
  return ok(await listOpenJoinRequests(db, organizationId, { ownerId, limit: LISTED }))
}
