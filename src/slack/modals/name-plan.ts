import { z } from 'zod'
import { PLAN_LEVELS, PLAN_VISIBILITIES } from '#domain/plan/template/plan.ts'
import type { Refusal } from '#domain/refusal.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { ask } from '#usecases/ask.ts'
import { namePlan } from '#usecases/plan/name-plan.ts'
import { showPlan } from '#usecases/plan/show-plan.ts'
import type { ModalView } from '#views/message.ts'
import { modalView } from '#views/modal.ts'
import { namePlanForm, PLAN_FORM } from '#views/plan-form.ts'
import { planNamed } from '#views/plan-text.ts'
import type { SlackContext } from '../kit/context.ts'
import { modal } from '../kit/modal.ts'

export async function namePlanView(
  context: SlackContext,
  planId: string,
): Promise<Result<ModalView, Refusal>> {
  const shown = await ask(context.deps.engine, context.who, showPlan, { planId })
  if (!shown.ok) return shown
  return shown.value.mayEdit ? ok(namePlanForm(shown.value.plan)) : refuse({ code: 'not-a-coach' })
}

/** What a dropped file cannot say, or did not. */
export const namePlanModal = modal({
  callbackId: 'name-plan',
  meta: z.object({ planId: z.string() }),
  read: (values, { planId }) =>
    ok({
      planId,
      title: values.text(PLAN_FORM.title) ?? '',
      level: z.enum(PLAN_LEVELS).catch('basic').parse(values.text(PLAN_FORM.level)),
      visibility: z.enum(PLAN_VISIBILITIES).catch('coaches').parse(values.text(PLAN_FORM.visibility)),
    }),
  useCase: namePlan,
  fieldOf: refusal => (refusal.code.startsWith('plan-title') ? PLAN_FORM.title : null),
  done: plan => modalView({ callbackId: 'plan-named', title: 'Saved', blocks: planNamed(plan).blocks }),
})
