import type { Refusal } from '#domain/refusal.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { ask } from '#usecases/ask.ts'
import type { AskedPlan } from '#usecases/plan/invited-plan.ts'
import { suggestPlans } from '#usecases/plan/suggest-plans.ts'
import type { SlackContext } from './kit/context.ts'
import type { FieldErrors } from './kit/modal.ts'
import { readPlanStart } from './plan-with-invitation.ts'

/** Does the club have plans that a form could offer? */
export async function hasPlans(context: SlackContext): Promise<Result<boolean, Refusal>> {
  const plans = await ask(context.deps.engine, context.who, suggestPlans, { typed: '' })
  return plans.ok ? ok(plans.value.length > 0) : plans
}

/** The plan and the start of a form that invites; a start alone is a slip that is said at its field. */
export function planChosen(
  planId: string | null | undefined,
  start: string | null | undefined,
  fields: { plan: string; planStart: string },
): Result<AskedPlan | null, FieldErrors> {
  const typed = start?.trim() ?? ''
  if (!planId)
    return typed === '' ? ok(null) : refuse({ [fields.plan]: 'Which plan starts then? Choose it.' })
  const when = readPlanStart(typed)
  if (!when.ok) return refuse({ [fields.planStart]: when.refusal.problem })
  return ok({ which: { planId }, ...when.value })
}

/** At which field of such a form a refusal is shown. */
export function planFieldOf(code: string, fields: { plan: string; planStart: string }): string | undefined {
  if (code === 'plan-gone' || code === 'invited-plan-not-in-care') return fields.plan
  return code.startsWith('plan-start') || code === 'race-too-soon' ? fields.planStart : undefined
}
