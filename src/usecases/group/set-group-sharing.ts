import type { Group, GroupRefusal } from '#domain/group/group.ts'
import {
  type NotAMember,
  requireActiveMember,
  requireMember,
  type Suspended,
} from '#domain/organization/policy.ts'
import type { MembershipRefusal } from '#domain/refusal.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { updateGroupSharing } from '#store/group-membership-store.ts'
import { listOwnSharing } from '#store/read/home-read.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { outdatedPosts } from '../privacy/outdated-posts.ts'
import { resolveGroupById } from './resolve-group.ts'

export type SetGroupSharing = { groupId: string; isShared: boolean }

/** An athlete's own answer for one group: whether its members and boards see their runs. */
export async function setGroupSharing(
  unit: UnitOfWork,
  { groupId, isShared }: SetGroupSharing,
): Promise<
  Result<Done<{ group: Group; isShared: boolean }>, NotAMember | Suspended | GroupRefusal | MembershipRefusal>
> {
  const { tx, actor } = unit
  // Somebody suspended may still take back what they share, and no more.
  const member = isShared ? requireActiveMember(actor) : requireMember(actor)
  if (!member.ok) return member
  const found = await resolveGroupById(tx, { ...member.value, status: 'active' }, groupId)
  if (!found.ok) return found
  const { accountId, organizationId, displayName } = member.value
  const sharing = await listOwnSharing(tx, organizationId, accountId)
  const present = sharing.get(found.value.id)
  if (present === undefined) return refuse({ code: 'not-in-group', name: displayName })
  if (present === isShared) return ok({ value: { group: found.value, isShared }, events: [] })
  await updateGroupSharing(tx, organizationId, found.value.id, accountId, isShared)
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
        before: { ...data, isShared: present },
        after: { ...data, isShared },
      },
      ...(await outdatedPosts(unit, {
        organizationId,
        accountId,
        cause: 'privacy',
        groupIds: [found.value.id],
      })),
    ],
  })
}
