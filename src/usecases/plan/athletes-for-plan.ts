import type { Group, GroupRefusal } from '#domain/group/group.ts'
import type { Actor } from '#domain/organization/actor.ts'
import type { CoachRefusal } from '#domain/organization/organization-refusal.ts'
import { may } from '#domain/organization/permission-matrix.ts'
import { type AccessRefusal, type Coach, requireCoach } from '#domain/organization/policy.ts'
import type { MemberStatus } from '#domain/organization/role.ts'
import type { PlanRefusal } from '#domain/plan/template/plan-refusal.ts'
import type { MembershipRefusal } from '#domain/refusal.ts'
import type { AccountId } from '#kernel/ids.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { listAssignedAthletes } from '#store/coach-store.ts'
import type { Reading } from '#store/db.ts'
import { listAthletesOfGroup } from '#store/read/plan-athlete-read.ts'
import { resolveGroupById } from '../group/resolve-group.ts'
import { type NamedMember, requireClubMember } from '../organization/require-club-member.ts'

export type PlanAthlete = { accountId: AccountId; name: string; status: MemberStatus }
export type AthletesForPlan = {
  coach: Coach
  group: Group | null
  athletes: PlanAthlete[]
  leftOut: string[]
}
export type AthletesRefusal = AccessRefusal | GroupRefusal | MembershipRefusal | CoachRefusal | PlanRefusal

/**
 * Those named and the group's present members, each once. An assistant coach gets them only when every one is in their
 * care; otherwise the others are named. Suspended members of a group are left out.
 */
export async function athletesForPlan(
  db: Reading,
  actor: Actor,
  who: { athletes: readonly NamedMember[]; groupId: string | null },
): Promise<Result<AthletesForPlan, AthletesRefusal>> {
  const coach = requireCoach(actor)
  if (!coach.ok) return coach
  const { organizationId, accountId } = coach.value
  const athletes = new Map<string, PlanAthlete>()
  for (const named of who.athletes) {
    const found = await requireClubMember(db, organizationId, named)
    if (!found.ok) return found
    const { displayName: name, roles, status } = found.value
    if (!roles.has('athlete')) return refuse({ code: 'not-an-athlete-of-the-club', name })
    if (status === 'suspended') return refuse({ code: 'person-suspended', name })
    athletes.set(found.value.accountId, { accountId: found.value.accountId, name, status })
  }
  const leftOut: string[] = []
  let group: Group | null = null
  if (who.groupId !== null) {
    const found = await resolveGroupById(db, actor, who.groupId)
    if (!found.ok) return found
    group = found.value
    for (const { displayName: name, ...member } of await listAthletesOfGroup(db, organizationId, group.id)) {
      if (member.status === 'suspended') leftOut.push(name)
      else athletes.set(member.accountId, { ...member, name })
    }
  }
  if (athletes.size === 0) return refuse({ code: 'plan-for-nobody' })
  const own = new Set((await listAssignedAthletes(db, organizationId, accountId)).map(each => each.accountId))
  const others = [...athletes.values()].filter(
    athlete => !may(actor, 'plan.assign', { isAssigned: own.has(athlete.accountId) }).ok,
  )
  if (others.length > 0) return refuse({ code: 'not-your-athletes', names: others.map(other => other.name) })
  return ok({ coach: coach.value, group, athletes: [...athletes.values()], leftOut })
}
