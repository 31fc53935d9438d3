import type { DomainEvent } from '#domain/event.ts'
import type { Group } from '#domain/group/group.ts'
import type { InvitedPlanCard } from '#domain/invitation/invited-plan.ts'
import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { insertGroupMember, updateGroupSharing } from '#store/group-membership-store.ts'
import { findInvitedPlan } from '#store/invited-plan-store.ts'
import { findMembership, insertMembership } from '#store/membership-store.ts'
import type { UnitOfWork } from '../perform.ts'
import { applyInvitedPlan } from '../plan/invited-plan.ts'

/** What became of the plan that came with it, if any, and what there is to record of that. */
export type Admitted = { plan: InvitedPlanCard | null; events: DomainEvent[] }

/** Makes somebody a member with their answer on sharing, in the group and on the plan too; a member already only joins those. */
export async function admit(
  { tx, now, newId }: Pick<UnitOfWork, 'tx' | 'now' | 'newId'>,
  joining: {
    organizationId: OrganizationId
    accountId: AccountId
    name: string
    group: Group | null
    isShared: boolean
    invitation: { id: string; inviterId: AccountId }
    /** Under which the plan was kept; the invitation's own id unless it was made by a code. */
    planFrom?: string
  },
): Promise<Result<Admitted, { code: 'in-another-organization'; name: string }>> {
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
  const { invitation, planFrom = invitation.id } = joining
  const plan = await findInvitedPlan(tx, organizationId, planFrom)
  if (!plan) return ok({ plan: null, events: [] })
  const applied = await applyInvitedPlan(
    { tx, now, newId },
    {
      organizationId,
      invitationId: invitation.id,
      isNewRow: planFrom !== invitation.id,
      accountId,
      groupId: group?.id ?? null,
      inviterId: invitation.inviterId,
    },
    plan,
  )
  return ok({ plan: applied.card, events: applied.events })
}
