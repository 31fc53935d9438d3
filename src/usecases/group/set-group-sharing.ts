import type { Group, GroupRefusal } from '#domain/group/group.ts'
import { type NotAMember, requireMember } from '#domain/organization/policy.ts'
import type { MembershipRefusal } from '#domain/refusal.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { updateGroupSharing } from '#store/group-membership-store.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { resolveGroupById } from './resolve-group.ts'

export type SetGroupSharing = { groupId: string; isShared: boolean }

/** An athlete's own answer for one group: whether its members and boards see their runs. */
export async function setGroupSharing(
  { tx, actor }: UnitOfWork,
  { groupId, isShared }: SetGroupSharing,
): Promise<Result<Done<{ group: Group; isShared: boolean }>, NotAMember | GroupRefusal | MembershipRefusal>> {
  const member = requireMember(actor)
  if (!member.ok) return member
  const found = await resolveGroupById(tx, { ...member.value, status: 'active' }, groupId)
  if (!found.ok) return found
  const { accountId, organizationId, displayName } = member.value
  if (!(await updateGroupSharing(tx, organizationId, found.value.id, accountId, isShared))) {
    return refuse({ code: 'not-in-group', name: displayName })
  }
  const data = { groupId: found.value.id, groupName: found.value.name }
  return ok({
    value: { group: found.value, isShared },
    events: [
      {
        type: 'sharing.changed',
        organizationId,
        target: { kind: 'group', id: found.value.id },
        subjectId: accountId,
        isVisibleToSubject: true,
        before: { ...data, isShared: !isShared },
        after: { ...data, isShared },
      },
    ],
  })
}
