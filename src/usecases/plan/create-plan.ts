import { type AccessRefusal, requireCoach } from '#domain/organization/policy.ts'
import type { Plan } from '#domain/plan/template/plan.ts'
import type { PlanRefusal } from '#domain/plan/template/plan-refusal.ts'
import { ok, type Result } from '#kernel/result.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { type PlanContent, planEvent, saveNewPlan } from './save-plan.ts'

export type PlanSaved = { plan: Plan; weeks: PlanContent['weeks'] }

/** A coach writes a plan; its text was read before, so that nothing is half saved. */
export async function createPlan(
  unit: UnitOfWork,
  content: PlanContent,
): Promise<Result<Done<PlanSaved>, AccessRefusal | PlanRefusal>> {
  const coach = requireCoach(unit.actor)
  if (!coach.ok) return coach
  const saved = await saveNewPlan(unit, coach.value, content)
  if (!saved.ok) return saved
  return ok({
    value: { plan: saved.value, weeks: content.weeks },
    events: [planEvent('plan.created', null, saved.value)],
  })
}
