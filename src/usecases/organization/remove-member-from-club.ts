import type { CoachRefusal } from '#domain/organization/organization-refusal.ts'
import { type AccessRefusal, requireHeadCoach } from '#domain/organization/policy.ts'
import type { MembershipRefusal } from '#domain/refusal.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { endMembership } from './end-membership.ts'
import { type NamedMember, requireClubMember } from './require-club-member.ts'

export type MemberRemovedFromClub = { accountId: string; name: string; groups: number }

/**
 * Takes somebody out of the club, by the head coach alone: membership, groups and assignments end together; the
 * account, the runs and the posts of before stay. The person is told.
 */
export async function removeMemberFromClub(
  { tx, actor, now, newId }: UnitOfWork,
  input: { member: NamedMember },
): Promise<Result<Done<MemberRemovedFromClub>, AccessRefusal | MembershipRefusal | CoachRefusal>> {
  const coach = requireHeadCoach(actor)
  if (!coach.ok) return coach
  const { organizationId, accountId } = coach.value
  const found = await requireClubMember(tx, organizationId, input.member)
  if (!found.ok) return found
  const target = found.value
  if (target.roles.has('head-coach')) return refuse({ code: 'head-coach-stays' })
  const { groupIds, events } = await endMembership(tx, target, accountId, now)
  return ok({
    value: { accountId: target.accountId, name: target.displayName, groups: groupIds.length },
    events: [
      {
        type: 'member.removed',
        organizationId,
        target: { kind: 'member', id: target.accountId },
        subjectId: target.accountId,
        isVisibleToSubject: true,
        before: {
          changeId: newId<string>(),
          memberId: target.accountId,
          roles: [...target.roles],
          groupIds,
          by: accountId,
        },
        after: null,
      },
      ...events,
    ],
  })
}
