import type { DomainEvent } from '#domain/event.ts'
import type { Group, GroupRefusal } from '#domain/group/group.ts'
import type { GroupDeedRefusal } from '#domain/group/group-refusal.ts'
import { type AccessRefusal, isCoach, requireMember } from '#domain/organization/policy.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { listAccounts } from '#store/account-store.ts'
import { endGroupMember } from '#store/group-membership-store.ts'
import { updateGroup } from '#store/group-store.ts'
import { findHeadCoach } from '#store/organization-store.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { membershipEvent, ownerChangedEvent } from './group-event.ts'
import { resolveWhichGroup, type WhichGroup } from './resolve-group.ts'

export type LeaveGroup = WhichGroup
export type GroupLeft = {
  group: Group
  /** Who owns it now, when whoever left did until then. */
  newOwnerName: string | null
}

/**
 * Somebody leaves a group by themselves. An athlete who owned it hands it to the head coach, who is told: nobody leads a
 * group they are not in, coaches apart.
 */
export async function leaveGroup(
  { tx, actor, now, newId }: UnitOfWork,
  input: LeaveGroup,
): Promise<Result<Done<GroupLeft>, AccessRefusal | GroupRefusal | GroupDeedRefusal>> {
  const member = requireMember(actor)
  if (!member.ok) return member
  const { organizationId, accountId } = member.value
  // Leaving shows less of oneself, so somebody suspended may.
  const leaver = { ...member.value, status: 'active' as const }
  const found = await resolveWhichGroup(tx, leaver, input)
  if (!found.ok) return found
  const group = found.value
  if (!(await endGroupMember(tx, organizationId, group.id, accountId, now))) {
    return refuse({ code: 'not-in-this-group', name: group.name, isOwner: group.ownerId === accountId })
  }
  const events: DomainEvent[] = [
    membershipEvent('group.members-removed', group, { accountId, how: 'left' }, newId),
  ]
  const isHandedOver = group.ownerId === accountId && !isCoach(actor)
  const heir = isHandedOver ? await findHeadCoach(tx, organizationId) : undefined
  if (!heir) return ok({ value: { group, newOwnerName: null }, events })
  const passed = { ...group, ownerId: heir.accountId, version: group.version + 1, updatedAt: now }
  const written = await updateGroup(tx, passed)
  if (written !== 'written') return refuse({ code: 'group-changed-meanwhile', name: group.name })
  events.push(ownerChangedEvent(passed, accountId, newId))
  const name = (await listAccounts(tx, organizationId, [heir.accountId])).get(heir.accountId)?.displayName
  return ok({ value: { group: passed, newOwnerName: name ?? 'the head coach' }, events })
}
