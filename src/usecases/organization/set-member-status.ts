import type { MemberRefusal } from '#domain/organization/organization-refusal.ts'
import { type AccessRefusal, requireCoach } from '#domain/organization/policy.ts'
import type { MemberStatus } from '#domain/organization/role.ts'
import type { MembershipRefusal } from '#domain/refusal.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { isAssigned } from '#store/coach-store.ts'
import { type ClubMember, updateMemberStatus } from '#store/role-store.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { outdatedPosts } from '../privacy/outdated-posts.ts'
import { type NamedMember, requireClubMember } from './require-club-member.ts'

export type SetMemberStatus = { member: NamedMember; status: MemberStatus }
export type MemberStatusSet = { accountId: string; name: string; before: MemberStatus; status: MemberStatus }

/**
 * Makes a member active, inactive or suspended: the head coach anybody but themselves, an assistant coach the athletes
 * in their care who are no coaches. The member is told.
 */
export async function setMemberStatus(
  unit: UnitOfWork,
  { member, status }: SetMemberStatus,
): Promise<Result<Done<MemberStatusSet>, AccessRefusal | MembershipRefusal | MemberRefusal>> {
  const { tx, actor, newId } = unit
  const coach = requireCoach(actor)
  if (!coach.ok) return coach
  const { organizationId, accountId } = coach.value
  const found = await requireClubMember(tx, organizationId, member)
  if (!found.ok) return found
  const target = found.value
  if (!coach.value.roles.has('head-coach')) {
    if (isCoachOf(target)) return refuse({ code: 'not-the-head-coach' })
    if (!(await isAssigned(tx, organizationId, accountId, target.accountId))) {
      return refuse({ code: 'not-your-athlete', name: target.displayName })
    }
  }
  if (target.accountId === accountId) return refuse({ code: 'own-status' })
  if (target.status === status) return refuse({ code: 'status-already', name: target.displayName, status })
  if (status === 'active' && target.isDeactivated) {
    return refuse({ code: 'member-deactivated', name: target.displayName })
  }
  await updateMemberStatus(tx, target, status, null)
  const changeId = newId<string>()
  const data = { changeId, memberId: target.accountId, by: accountId, cause: 'coach' } as const
  return ok({
    value: { accountId: target.accountId, name: target.displayName, before: target.status, status },
    events: [
      {
        type: 'member.status-changed',
        organizationId,
        target: { kind: 'member', id: target.accountId },
        subjectId: target.accountId,
        isVisibleToSubject: true,
        before: { ...data, status: target.status },
        after: { ...data, status },
      },
      // Boards show active athletes alone.
      ...(await outdatedPosts(unit, { organizationId, accountId: target.accountId, cause: 'removal' })),
    ],
  })
}

function isCoachOf(member: ClubMember): boolean {
  return member.roles.has('head-coach') || member.roles.has('assistant-coach')
}
