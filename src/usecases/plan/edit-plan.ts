import type { AccessRefusal } from '#domain/organization/policy.ts'
import { changeWeeks, type WeekChange } from '#domain/plan/template/change-weeks.ts'
import type { PlanRefusal } from '#domain/plan/template/plan-refusal.ts'
import { ok, type Result } from '#kernel/result.ts'
import { listPlanWeeks } from '#store/plan-store.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import type { PlanSaved } from './create-plan.ts'
import { resolveOwnPlan, type WhichPlan } from './resolve-plan.ts'
import { type PlanContent, planEvent, saveChangedPlan } from './save-plan.ts'

export type EditPlan = { planId: string; seenVersionId: string; content: PlanContent }

/** Changes a plan for those who get it from now on. Refused when another coach was quicker. */
export async function editPlan(
  unit: UnitOfWork,
  { planId, seenVersionId, content }: EditPlan,
): Promise<Result<Done<PlanSaved>, AccessRefusal | PlanRefusal>> {
  const found = await resolveOwnPlan(unit.tx, unit.actor, { planId })
  if (!found.ok) return found
  const saved = await saveChangedPlan(unit, found.value, content, seenVersionId)
  if (!saved.ok) return saved
  return ok({
    value: { plan: saved.value, weeks: content.weeks },
    events: [planEvent('plan.edited', found.value, saved.value)],
  })
}

/** Copies, shifts or scales a week. */
export async function changePlanWeeks(
  unit: UnitOfWork,
  { which, change }: { which: WhichPlan; change: WeekChange },
): Promise<Result<Done<PlanSaved>, AccessRefusal | PlanRefusal>> {
  const found = await resolveOwnPlan(unit.tx, unit.actor, which)
  if (!found.ok) return found
  const plan = found.value
  const weeks = changeWeeks(await listPlanWeeks(unit.tx, plan.organizationId, plan.versionId), change)
  if (!weeks.ok) return weeks
  const saved = await saveChangedPlan(unit, plan, { ...plan, weeks: weeks.value }, plan.versionId)
  if (!saved.ok) return saved
  return ok({
    value: { plan: saved.value, weeks: weeks.value },
    events: [planEvent('plan.edited', plan, saved.value)],
  })
}
