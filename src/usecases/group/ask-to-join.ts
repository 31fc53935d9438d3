import type { Group, GroupRefusal } from '#domain/group/group.ts'
import { requireGroupEditor } from '#domain/group/group-access.ts'
import type { GroupDeedRefusal } from '#domain/group/group-refusal.ts'
import { type JoinRequest, mayAskAgain } from '#domain/group/join-request.ts'
import { type AccessRefusal, requireAthlete } from '#domain/organization/policy.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { insertGroupMember, isGroupMember } from '#store/group-membership-store.ts'
import { insertJoinRequest, listOwnJoinRequests } from '#store/group-request-store.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { membershipEvent } from './group-event.ts'
import { joinRequestEvent, listApprovers, sharingOnEntry } from './join-request-facts.ts'
import { resolveWhichGroup, type WhichGroup } from './resolve-group.ts'

export type AskToJoin = WhichGroup
export type AskedToJoin =
  | { kind: 'asked'; group: Group; request: JoinRequest; isNew: boolean }
  /** Whoever leads the group needs nobody's leave. */
  | { kind: 'joined'; group: Group; isShared: boolean }

/** An athlete asks to join a group they can see; those who lead it are told. Asking twice is one request. */
export async function askToJoin(
  { tx, actor, now, newId }: UnitOfWork,
  input: AskToJoin,
): Promise<Result<Done<AskedToJoin>, AccessRefusal | GroupRefusal | GroupDeedRefusal>> {
  const athlete = requireAthlete(actor)
  if (!athlete.ok) return athlete
  const { organizationId, accountId } = athlete.value
  const found = await resolveWhichGroup(tx, actor, input)
  if (!found.ok) return found
  const group = found.value
  if (await isGroupMember(tx, organizationId, group.id, accountId)) {
    return refuse({ code: 'in-group-already', name: group.name })
  }
  if (requireGroupEditor(actor, group).ok) {
    const isShared = await sharingOnEntry(tx, group, athlete.value)
    await insertGroupMember(tx, newId, {
      organizationId,
      groupId: group.id,
      accountId,
      isShared,
      joinedAt: now,
    })
    const event = membershipEvent('group.members-added', group, { accountId }, newId)
    return ok({ value: { kind: 'joined', group, isShared }, events: [event] })
  }
  const last = (await listOwnJoinRequests(tx, organizationId, accountId)).get(group.id)
  if (last?.state === 'open') {
    return ok({ value: { kind: 'asked', group, request: last, isNew: false }, events: [] })
  }
  const again = mayAskAgain(last, now)
  if (!again.ok) return again
  const request: JoinRequest = {
    id: newId<string>(),
    organizationId,
    groupId: group.id,
    accountId,
    state: 'open',
    askedAt: now,
    answeredAt: null,
    answeredBy: null,
  }
  // Two clicks at once: the other one is the request.
  const isNew = await insertJoinRequest(tx, request)
  const told = { approverIds: isNew ? await listApprovers(tx, group) : [], messages: [] }
  return ok({
    value: { kind: 'asked', group, request, isNew },
    events: isNew ? [joinRequestEvent('group.join-asked', group, request, told)] : [],
  })
}
