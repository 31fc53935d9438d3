import type { Group } from '#domain/group/group.ts'
import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { insertGroupMember, updateGroupSharing } from '#store/group-membership-store.ts'
import { findMembership, insertMembership } from '#store/membership-store.ts'
import type { UnitOfWork } from '../perform.ts'

/** Makes somebody a member with their answer on sharing, in the group too; a member already only joins the group. */
export async function admit(
  { tx, now, newId }: Pick<UnitOfWork, 'tx' | 'now' | 'newId'>,
  joining: {
    organizationId: OrganizationId
    accountId: AccountId
    name: string
    group: Group | null
    isShared: boolean
  },
): Promise<Result<null, { code: 'in-another-organization'; name: string }>> {
  const { organizationId, accountId, group, isShared } = joining
  const membership = await findMembership(tx, accountId)
  if (membership && membership.organizationId !== organizationId) {
    return refuse({ code: 'in-another-organization', name: joining.name })
  }
  if (!membership) {
    await insertMembership(tx, newId, {
      organizationId,
      accountId,
      roles: ['athlete'],
      sharesByDefault: isShared,
      joinedAt: now,
    })
  }
  if (group) {
    const interval = { organizationId, groupId: group.id, accountId }
    const isNew = await insertGroupMember(tx, newId, { ...interval, isShared, joinedAt: now })
    // Added by a coach in the meantime: the answer given here is the newer word on sharing.
    if (!isNew) await updateGroupSharing(tx, organizationId, group.id, accountId, isShared)
  }
  return ok(null)
}
