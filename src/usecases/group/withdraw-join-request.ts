import type { GroupDeedRefusal } from '#domain/group/group-refusal.ts'
import { decideJoinAnswer } from '#domain/group/join-request.ts'
import { type AccessRefusal, requireMember } from '#domain/organization/policy.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { closeJoinRequest, findJoinRequest, listJoinRequestMessages } from '#store/group-request-store.ts'
import { listGroupNames } from '#store/group-store.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { joinRequestEvent } from './join-request-facts.ts'

/** Takes back one's own wish to join a group; those who were asked need not answer any more. */
export async function withdrawJoinRequest(
  { tx, actor, now }: UnitOfWork,
  requestId: string,
): Promise<Result<Done<{ groupName: string }>, AccessRefusal | GroupDeedRefusal>> {
  const member = requireMember(actor)
  if (!member.ok) return member
  const { organizationId, accountId } = member.value
  const request = await findJoinRequest(tx, organizationId, requestId)
  if (request?.accountId !== accountId) return refuse({ code: 'join-unknown' })
  const decided = decideJoinAnswer(request, { state: 'withdrawn', by: accountId, now })
  if (!decided.ok) return decided
  if (!(await closeJoinRequest(tx, decided.value))) return refuse({ code: 'join-unknown' })
  const name = (await listGroupNames(tx, organizationId, [request.groupId])).get(request.groupId) ?? ''
  const group = { id: request.groupId, name, organizationId }
  const told = {
    approverIds: [],
    messages: await listJoinRequestMessages(tx, organizationId, requestId),
  }
  return ok({
    value: { groupName: name },
    events: [joinRequestEvent('group.join-withdrawn', group, decided.value, told)],
  })
}
