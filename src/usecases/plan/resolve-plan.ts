import type { Actor } from '#domain/organization/actor.ts'
import {
  type AccessRefusal,
  isCoach,
  requireActiveMember,
  requireCoach,
} from '#domain/organization/policy.ts'
import type { Plan } from '#domain/plan/template/plan.ts'
import type { PlanRefusal } from '#domain/plan/template/plan-refusal.ts'
import { didYouMean } from '#domain/text/edit-distance.ts'
import { nameKey } from '#domain/text/name-key.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { Reading } from '#store/db.ts'
import { findPlan, findPlanByTitle, listPlans } from '#store/plan-store.ts'

export type WhichPlan = { planId: string } | { title: string }

/** A live plan the actor may see: coaches all, athletes the public ones. */
export async function resolvePlan(
  db: Reading,
  actor: Actor,
  which: WhichPlan,
): Promise<Result<Plan, AccessRefusal | PlanRefusal>> {
  const member = requireActiveMember(actor)
  if (!member.ok) return member
  const { organizationId } = member.value
  const isSeen = (plan: Plan) => isCoach(actor) || plan.visibility === 'public'
  if ('planId' in which) {
    const plan = await findPlan(db, organizationId, which.planId)
    return plan && isSeen(plan) ? ok(plan) : refuse({ code: 'plan-gone' })
  }
  const plan = await findPlanByTitle(db, organizationId, which.title)
  if (plan && isSeen(plan)) return ok(plan)
  const seen = (await listPlans(db, organizationId)).filter(isSeen)
  const key = didYouMean(
    nameKey(which.title),
    seen.map(each => each.titleKey),
  )
  const suggestion = seen.find(each => each.titleKey === key)?.title ?? null
  return refuse({ code: 'plan-unknown', title: which.title, suggestion })
}

/** The same for those who may change it. */
export async function resolveOwnPlan(
  db: Reading,
  actor: Actor,
  which: WhichPlan,
): Promise<Result<Plan, AccessRefusal | PlanRefusal>> {
  const coach = requireCoach(actor)
  return coach.ok ? resolvePlan(db, actor, which) : coach
}
