import type { AccessRefusal } from '#domain/organization/policy.ts'
import type { Plan } from '#domain/plan/template/plan.ts'
import type { PlanRefusal } from '#domain/plan/template/plan-refusal.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { updatePlan } from '#store/plan-store.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { resolveOwnPlan, type WhichPlan } from './resolve-plan.ts'
import { planEvent } from './save-plan.ts'

/** Takes a plan out of the list. Whoever is on it stays on it, and its title is free again. */
export async function archivePlan(
  { tx, actor, now }: UnitOfWork,
  which: WhichPlan,
): Promise<Result<Done<Plan>, AccessRefusal | PlanRefusal>> {
  const found = await resolveOwnPlan(tx, actor, which)
  if (!found.ok) return found
  const plan = { ...found.value, archivedAt: now, updatedAt: now }
  if ((await updatePlan(tx, plan, plan.versionId)) !== 'written') return refuse({ code: 'plan-gone' })
  return ok({ value: plan, events: [planEvent('plan.archived', found.value, plan)] })
}
