import type { CoachRefusal } from '#domain/organization/organization-refusal.ts'
import { type AccessRefusal, requireHeadCoach } from '#domain/organization/policy.ts'
import type { Role } from '#domain/organization/role.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { findClubMember, setRoles } from '#store/role-store.ts'
import type { Done, UnitOfWork } from '../perform.ts'

export type AddCoach = { slackUserId: string; name: string }
export type CoachAdded = { name: string; isAthlete: boolean }

/** The head coach makes a member of the club an assistant coach, beside whatever else they are. They are told. */
export async function addCoach(
  { tx, actor, newId }: UnitOfWork,
  input: AddCoach,
): Promise<Result<Done<CoachAdded>, AccessRefusal | CoachRefusal>> {
  const head = requireHeadCoach(actor)
  if (!head.ok) return head
  const { organizationId } = head.value
  const member = await findClubMember(tx, organizationId, { slackUserId: input.slackUserId })
  if (!member) return refuse({ code: 'coach-not-in-club', name: input.name })
  const name = member.displayName
  if (member.roles.has('head-coach') || member.roles.has('assistant-coach')) {
    return refuse({ code: 'coach-already', name })
  }
  if (member.status === 'suspended') return refuse({ code: 'coach-suspended', name })
  const roles = new Set<Role>([...member.roles, 'assistant-coach'])
  await setRoles(tx, member, roles)
  const data = { changeId: newId<string>(), memberId: member.accountId, athleteIds: [] }
  return ok({
    value: { name, isAthlete: roles.has('athlete') },
    events: [
      {
        type: 'coach.added',
        organizationId,
        target: { kind: 'member', id: member.accountId },
        subjectId: member.accountId,
        isVisibleToSubject: true,
        before: { ...data, roles: [...member.roles] },
        after: { ...data, roles: [...roles] },
      },
    ],
  })
}
