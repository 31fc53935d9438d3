import type { CoachRefusal } from '#domain/organization/organization-refusal.ts'
import { type AccessRefusal, requireHeadCoach } from '#domain/organization/policy.ts'
import type { Role } from '#domain/organization/role.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { endAssignmentsOf } from '#store/coach-store.ts'
import { findClubMember, setRoles } from '#store/role-store.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { endMembership } from './end-membership.ts'

export type RemoveCoach = { slackUserId: string; name: string }
export type CoachRemoved = { name: string; athletes: number; isStillMember: boolean }

/**
 * The head coach takes the role of assistant coach from somebody; their assignments end, what they wrote stays. Who is
 * an athlete too stays one; who was only a coach leaves the club with the role.
 */
export async function removeCoach(
  { tx, actor, now, newId }: UnitOfWork,
  input: RemoveCoach,
): Promise<Result<Done<CoachRemoved>, AccessRefusal | CoachRefusal>> {
  const head = requireHeadCoach(actor)
  if (!head.ok) return head
  const { organizationId } = head.value
  const member = await findClubMember(tx, organizationId, { slackUserId: input.slackUserId })
  if (member?.roles.has('head-coach')) return refuse({ code: 'head-coach-stays' })
  if (!member?.roles.has('assistant-coach')) {
    return refuse({ code: 'not-a-coach-of-the-club', name: member?.displayName ?? input.name })
  }
  const ended = await endAssignmentsOf(tx, organizationId, member.accountId, 'as-coach', now)
  const athleteIds: string[] = ended.map(each => each.athleteId)
  const isStillMember = member.roles.has('athlete')
  const roles: Role[] = isStillMember ? ['athlete'] : []
  if (isStillMember) await setRoles(tx, member, new Set(roles))
  const left = isStillMember ? null : await endMembership(tx, member, head.value.accountId, now)
  const data = { changeId: newId<string>(), memberId: member.accountId }
  return ok({
    value: { name: member.displayName, athletes: athleteIds.length, isStillMember },
    events: [
      {
        type: 'coach.removed',
        organizationId,
        target: { kind: 'member', id: member.accountId },
        subjectId: member.accountId,
        isVisibleToSubject: true,
        before: { ...data, roles: [...member.roles], athleteIds },
        after: { ...data, roles, athleteIds: [] },
      },
      ...(left?.events ?? []),
    ],
  })
}
