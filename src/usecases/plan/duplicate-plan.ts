import type { AccessRefusal } from '#domain/organization/policy.ts'
import { requireCoach } from '#domain/organization/policy.ts'
import { freeTitle } from '#domain/plan/template/decide-plan.ts'
import type { PlanRefusal } from '#domain/plan/template/plan-refusal.ts'
import { ok, type Result } from '#kernel/result.ts'
import { listPlans, listPlanWeeks } from '#store/plan-store.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import type { PlanSaved } from './create-plan.ts'
import { resolveOwnPlan, type WhichPlan } from './resolve-plan.ts'
import { planEvent, saveNewPlan } from './save-plan.ts'

/** The same plan once more, under the title given or one beside it; it belongs to whoever makes it. */
export async function duplicatePlan(
  unit: UnitOfWork,
  { which, title }: { which: WhichPlan; title: string | null },
): Promise<Result<Done<PlanSaved>, AccessRefusal | PlanRefusal>> {
  const coach = requireCoach(unit.actor)
  if (!coach.ok) return coach
  const found = await resolveOwnPlan(unit.tx, unit.actor, which)
  if (!found.ok) return found
  const plan = found.value
  const taken = new Set((await listPlans(unit.tx, plan.organizationId)).map(each => each.titleKey))
  const weeks = await listPlanWeeks(unit.tx, plan.organizationId, plan.versionId)
  const saved = await saveNewPlan(unit, coach.value, {
    ...plan,
    title: title ?? freeTitle(plan.title, taken),
    weeks,
  })
  if (!saved.ok) return saved
  return ok({
    value: { plan: saved.value, weeks },
    events: [planEvent('plan.created', null, saved.value)],
  })
}
