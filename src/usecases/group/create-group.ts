import { decideNewGroup } from '#domain/group/decide-group.ts'
import type { Group, GroupPrivacy, GroupRefusal } from '#domain/group/group.ts'
import { type AccessRefusal, requireCoach } from '#domain/organization/policy.ts'
import type { GroupId } from '#kernel/ids.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { findGroupByName, insertGroup } from '#store/group-store.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { groupEvent } from './group-event.ts'

export type CreateGroup = { name: string; description: string; privacy: GroupPrivacy }

/** A coach makes a group and owns it; owning is not being a member. */
export async function createGroup(
  { tx, actor, now, newId }: UnitOfWork,
  input: CreateGroup,
): Promise<Result<Done<Group>, AccessRefusal | GroupRefusal>> {
  const coach = requireCoach(actor)
  if (!coach.ok) return coach
  const { organizationId, accountId } = coach.value
  const decided = decideNewGroup({
    id: newId<GroupId>(),
    organizationId,
    ownerId: accountId,
    ...input,
    namesake: await findGroupByName(tx, organizationId, input.name),
    now,
  })
  if (!decided.ok) return decided
  const group = decided.value
  if (!(await insertGroup(tx, group))) return refuse({ code: 'group-name-taken', name: group.name })
  return ok({ value: group, events: [groupEvent('group.created', null, group)] })
}
