import type { AccessRefusal } from '#domain/organization/policy.ts'
import { decideTitle } from '#domain/plan/template/decide-plan.ts'
import type { Plan, PlanLevel, PlanVisibility } from '#domain/plan/template/plan.ts'
import type { PlanRefusal } from '#domain/plan/template/plan-refusal.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { updatePlan } from '#store/plan-store.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { resolveOwnPlan } from './resolve-plan.ts'
import { planEvent } from './save-plan.ts'

export type NamePlan = { planId: string; title: string; level: PlanLevel; visibility: PlanVisibility }

/** Changes what a plan is called, for whom it is and who sees it; its weeks and its version stay. */
export async function namePlan(
  { tx, actor, now }: UnitOfWork,
  { planId, title, level, visibility }: NamePlan,
): Promise<Result<Done<Plan>, AccessRefusal | PlanRefusal>> {
  const found = await resolveOwnPlan(tx, actor, { planId })
  if (!found.ok) return found
  const before = found.value
  const named = decideTitle(title)
  if (!named.ok) return named
  const plan: Plan = { ...before, ...named.value, level, visibility, updatedAt: now }
  const written = await updatePlan(tx, plan, before.versionId)
  if (written === 'title-taken') return refuse({ code: 'plan-title-taken', title: plan.title })
  if (written === 'overtaken') return refuse({ code: 'plan-gone' })
  return ok({ value: plan, events: [planEvent('plan.edited', before, plan)] })
}
