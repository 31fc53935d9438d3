import { decideNewGroup } from '#domain/group/decide-group.ts'
import type { Group, GroupPrivacy, GroupRefusal } from '#domain/group/group.ts'
import { type AccessRefusal, requireCoach } from '#domain/organization/policy.ts'
import type { MembershipRefusal } from '#domain/refusal.ts'
import type { GroupId } from '#kernel/ids.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { findNamesake, insertGroup } from '#store/group-store.ts'
import type { NamedMember } from '../organization/require-club-member.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { groupEvent, ownerChangedEvent } from './group-event.ts'
import { requireGroupOwner } from './require-group-owner.ts'

export type CreateGroup = {
  name: string
  description: string
  privacy: GroupPrivacy
  /** Whoever makes it, unless somebody else of the club is named. */
  owner?: NamedMember
  channelId?: string | null
}

/** A coach makes a group and owns it; owning is not being a member. */
export async function createGroup(
  { tx, actor, now, newId }: UnitOfWork,
  input: CreateGroup,
): Promise<Result<Done<Group>, AccessRefusal | GroupRefusal | MembershipRefusal>> {
  const coach = requireCoach(actor)
  if (!coach.ok) return coach
  const { organizationId, accountId } = coach.value
  const owner = await requireGroupOwner(tx, organizationId, input.owner ?? { accountId })
  if (!owner.ok) return owner
  const { name, description, privacy, channelId } = input
  const decided = decideNewGroup({
    id: newId<GroupId>(),
    organizationId,
    ownerId: owner.value,
    name,
    description,
    privacy,
    channelId: channelId ?? null,
    namesake: await findNamesake(tx, organizationId, name, now),
    now,
  })
  if (!decided.ok) return decided
  const group = decided.value
  if (!(await insertGroup(tx, group))) return refuse({ code: 'group-name-taken', name: group.name })
  const passed = group.ownerId === accountId ? [] : [ownerChangedEvent(group, accountId, newId)]
  return ok({ value: group, events: [groupEvent('group.created', null, group), ...passed] })
}
