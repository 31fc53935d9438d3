import type { Actor } from '#domain/organization/actor.ts'
import type { CoachRefusal, MemberRefusal } from '#domain/organization/organization-refusal.ts'
import { type AccessRefusal, type Coach, requireCoach } from '#domain/organization/policy.ts'
import type { MembershipRefusal } from '#domain/refusal.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { isAssigned } from '#store/coach-store.ts'
import type { Reading } from '#store/db.ts'
import type { ClubMember } from '#store/role-store.ts'
import { type NamedMember, requireClubMember } from '../organization/require-club-member.ts'

export type AthleteOf = { coach: Coach; athlete: ClubMember; isMine: boolean }
export type AthleteRefusal = AccessRefusal | MembershipRefusal | CoachRefusal | MemberRefusal

/** An athlete of the club and the coach who looks; `isMine` for the head coach and for coaches they are assigned to. */
export async function requireAthleteOf(
  db: Reading,
  actor: Actor,
  who: NamedMember,
): Promise<Result<AthleteOf, AthleteRefusal>> {
  const coach = requireCoach(actor)
  if (!coach.ok) return coach
  const { organizationId, accountId, roles } = coach.value
  const found = await requireClubMember(db, organizationId, who)
  if (!found.ok) return found
  const athlete = found.value
  if (!athlete.roles.has('athlete')) {
    return refuse({ code: 'not-an-athlete-of-the-club', name: athlete.displayName })
  }
  const isMine =
    roles.has('head-coach') || (await isAssigned(db, organizationId, accountId, athlete.accountId))
  return ok({ coach: coach.value, athlete, isMine })
}

/** The same, only for those who may change what the club keeps of the athlete. */
export async function requireOwnAthlete(
  db: Reading,
  actor: Actor,
  who: NamedMember,
): Promise<Result<AthleteOf, AthleteRefusal>> {
  const found = await requireAthleteOf(db, actor, who)
  if (!found.ok || found.value.isMine) return found
  return refuse({ code: 'not-your-athlete', name: found.value.athlete.displayName })
}
