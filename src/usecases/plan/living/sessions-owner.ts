import type { Actor } from '#domain/organization/actor.ts'
import type { CoachRefusal, MemberRefusal } from '#domain/organization/organization-refusal.ts'
import { may } from '#domain/organization/permission-matrix.ts'
import { type AccessRefusal, requireActiveMember } from '#domain/organization/policy.ts'
import type { LivingRefusal } from '#domain/plan/living/living-refusal.ts'
import type { PlanRefusal } from '#domain/plan/template/plan-refusal.ts'
import type { MembershipRefusal } from '#domain/refusal.ts'
import type { AccountId } from '#kernel/ids.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { isAssigned } from '#store/coach-store.ts'
import type { Reading } from '#store/db.ts'
import { findRest } from '#store/quiet-hours-store.ts'
import { type NamedMember, requireClubMember } from '../../organization/require-club-member.ts'
import type { Owner } from './edit-sessions.ts'

export type SessionsRefusal =
  | AccessRefusal
  | MembershipRefusal
  | CoachRefusal
  | MemberRefusal
  | PlanRefusal
  | LivingRefusal

export type SessionsOf = {
  owner: Owner
  name: string
  byId: AccountId
  isOwn: boolean
  /** Do they decide as a coach? The head coach also over their own sessions. */
  isCoach: boolean
}

/** Whose sessions somebody may change: their own, or those of an athlete in their care. */
export async function sessionsOwner(
  db: Reading,
  actor: Actor,
  athlete: NamedMember | null,
): Promise<Result<SessionsOf, SessionsRefusal>> {
  const asker = requireActiveMember(actor)
  if (!asker.ok) return asker
  const { organizationId, accountId: byId, roles } = asker.value
  const found = await requireClubMember(db, organizationId, athlete ?? { accountId: byId })
  if (!found.ok) return found
  const { accountId, displayName: name } = found.value
  const isOwn = accountId === byId
  const allowed = may(actor, 'plan.live', {
    isOwn,
    isAssigned: await isAssigned(db, organizationId, byId, accountId),
  })
  if (!allowed.ok) {
    return allowed.refusal.code === 'only-if'
      ? refuse({ code: 'not-your-athlete', name })
      : (allowed as never)
  }
  const { zone } = await findRest(db, organizationId, accountId)
  const isCoach = !isOwn || roles.has('head-coach')
  return ok({ owner: { organizationId, accountId, zone }, name, byId, isOwn, isCoach })
}
