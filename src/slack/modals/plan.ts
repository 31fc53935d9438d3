import { z } from 'zod'
import { requireCoach } from '#domain/organization/policy.ts'
import { PLAN_LEVELS, PLAN_VISIBILITIES } from '#domain/plan/template/plan.ts'
import type { Refusal } from '#domain/refusal.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { ask } from '#usecases/ask.ts'
import { whoAmI } from '#usecases/organization/who-am-i.ts'
import { createPlan } from '#usecases/plan/create-plan.ts'
import { editPlan } from '#usecases/plan/edit-plan.ts'
import type { WhichPlan } from '#usecases/plan/resolve-plan.ts'
import type { PlanContent } from '#usecases/plan/save-plan.ts'
import { showPlan } from '#usecases/plan/show-plan.ts'
import type { ModalView } from '#views/message.ts'
import { modalView } from '#views/modal.ts'
import { inPlain } from '#views/mrkdwn.ts'
import { createPlanForm, editPlanForm, MOST_PARTS, PLAN_FORM } from '#views/plan-form.ts'
import { planSaved } from '#views/plan-text.ts'
import { refusalInWords } from '#views/refusal.ts'
import type { SlackContext } from '../kit/context.ts'
import type { FormValues } from '../kit/form-values.ts'
import { type FieldErrors, modal } from '../kit/modal.ts'
import { readPlanText } from '../plan-typed.ts'

export async function createPlanView(context: SlackContext): Promise<Result<ModalView, Refusal>> {
  const me = await ask(context.deps.engine, context.who, whoAmI, {})
  if (!me.ok) return me
  const coach = requireCoach(me.value)
  return coach.ok ? ok(createPlanForm()) : coach
}

export async function editPlanView(
  context: SlackContext,
  which: WhichPlan,
): Promise<Result<ModalView, Refusal>> {
  const shown = await ask(context.deps.engine, context.who, showPlan, which)
  if (!shown.ok) return shown
  if (!shown.value.mayEdit) return refuse({ code: 'not-a-coach' })
  const form = editPlanForm(shown.value.plan, shown.value.weeks)
  return form ? ok(form) : refuse({ code: 'plan-text-too-long', limit: 3_000 * MOST_PARTS })
}

const parts = z.object({ parts: z.number().int().min(1).max(MOST_PARTS) })

/** Errors at a form's field are short; Slack shows no more than this. */
const ERROR_MOST = 1_800

async function read(
  values: FormValues,
  count: number,
  context: SlackContext,
): Promise<Result<PlanContent, FieldErrors>> {
  const texts = Array.from({ length: count }, (_, index) => values.text(PLAN_FORM.part(index)) ?? '')
  const weeks = await readPlanText(context, texts.join('\n'))
  if (!weeks.ok) return refuse(textErrors(weeks.refusal, texts))
  return ok({
    title: values.text(PLAN_FORM.title) ?? '',
    level: z.enum(PLAN_LEVELS).catch('basic').parse(values.text(PLAN_FORM.level)),
    visibility: z.enum(PLAN_VISIBILITIES).catch('public').parse(values.text(PLAN_FORM.visibility)),
    weeks: weeks.value,
  })
}

/** Each fault at the text in which it stands, by the line it has there. */
function textErrors(refusal: Refusal, texts: readonly string[]): FieldErrors {
  const said = (told: Refusal) => inPlain(refusalInWords(told)).slice(0, ERROR_MOST)
  if (refusal.code !== 'plan-text-wrong') return { [PLAN_FORM.part(0)]: said(refusal) }
  const errors: Record<string, string> = {}
  let above = 0
  for (const [index, text] of texts.entries()) {
    const lines = text.split(/\r\n|\r|\n/).length
    const faults = refusal.faults
      .filter(fault => fault.line > above && fault.line <= above + lines)
      .map(fault => ({ ...fault, line: fault.line - above }))
    const isLast = refusal.faults.at(-1)?.line === (faults.at(-1)?.line ?? 0) + above
    if (faults.length > 0) {
      errors[PLAN_FORM.part(index)] = said({ ...refusal, faults, more: isLast ? refusal.more : 0 })
    }
    above += lines
  }
  return errors
}

const fieldOf = (refusal: { code: string }) =>
  refusal.code.startsWith('plan-title') ? PLAN_FORM.title : null

function saved(done: Parameters<typeof planSaved>[0]): ModalView {
  return modalView({ callbackId: 'plan-saved', title: 'Saved', blocks: planSaved(done).blocks })
}

export const createPlanModal = modal({
  callbackId: 'create-plan',
  meta: parts,
  read: (values, meta, context) => read(values, meta.parts, context),
  useCase: createPlan,
  fieldOf,
  done: saved,
})

export const editPlanModal = modal({
  callbackId: 'edit-plan',
  meta: parts.extend({ planId: z.string(), versionId: z.string() }),
  async read(values, meta, context) {
    const content = await read(values, meta.parts, context)
    if (!content.ok) return content
    return ok({ planId: meta.planId, seenVersionId: meta.versionId, content: content.value })
  },
  useCase: editPlan,
  fieldOf,
  done: saved,
})
