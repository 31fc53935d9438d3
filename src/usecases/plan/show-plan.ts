import { type AccessRefusal, isCoach, requireActiveMember } from '#domain/organization/policy.ts'
import type { Plan, PlanWeeks } from '#domain/plan/template/plan.ts'
import type { PlanRefusal } from '#domain/plan/template/plan-refusal.ts'
import { ok, type Result } from '#kernel/result.ts'
import { listPlans, listPlanWeeks } from '#store/plan-store.ts'
import type { UnitOfReading } from '../ask.ts'
import { resolvePlan, type WhichPlan } from './resolve-plan.ts'

export type PlanShown = { plan: Plan; weeks: PlanWeeks; mayEdit: boolean }

export async function showPlan(
  { db, actor }: UnitOfReading,
  which: WhichPlan,
): Promise<Result<PlanShown, AccessRefusal | PlanRefusal>> {
  const found = await resolvePlan(db, actor, which)
  if (!found.ok) return found
  const plan = found.value
  return ok({
    plan,
    weeks: await listPlanWeeks(db, plan.organizationId, plan.versionId),
    mayEdit: isCoach(actor),
  })
}

export type PlanListing = { plans: Plan[]; mayEdit: boolean }

/** The plans that the asker may see, by title. */
export async function listPlansFor(
  { db, actor }: UnitOfReading,
  _input: Record<string, never>,
): Promise<Result<PlanListing, AccessRefusal>> {
  const member = requireActiveMember(actor)
  if (!member.ok) return member
  const mayEdit = isCoach(actor)
  const plans = await listPlans(db, member.value.organizationId)
  return ok({ plans: plans.filter(plan => mayEdit || plan.visibility === 'public'), mayEdit })
}
