import { z } from 'zod'
import { requireCoach } from '#domain/organization/policy.ts'
import type { WeekChange } from '#domain/plan/template/change-weeks.ts'
import type { Refusal } from '#domain/refusal.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { ask } from '#usecases/ask.ts'
import { whoAmI } from '#usecases/organization/who-am-i.ts'
import { perform } from '#usecases/perform.ts'
import { archivePlan } from '#usecases/plan/archive-plan.ts'
import { duplicatePlan } from '#usecases/plan/duplicate-plan.ts'
import { changePlanWeeks } from '#usecases/plan/edit-plan.ts'
import type { Message, ModalView } from '#views/message.ts'
import { modalView } from '#views/modal.ts'
import { inPlain } from '#views/mrkdwn.ts'
import { PLAN_CHANGE_FORM, PLAN_DEEDS, type PlanDeed, planChangeForm } from '#views/plan-change-form.ts'
import { planArchived, planSaved } from '#views/plan-text.ts'
import { refusalInWords } from '#views/refusal.ts'
import { refusedModal } from '#views/refused.ts'
import type { SlackContext } from '../kit/context.ts'
import type { FormValues } from '../kit/form-values.ts'
import type { FieldErrors, Modal } from '../kit/modal.ts'
import { editPlanView } from './plan.ts'

/** The form for a command that was typed without a plan. */
export function planChangeView(deed: PlanDeed) {
  return async (context: SlackContext): Promise<Result<ModalView, Refusal>> => {
    const me = await ask(context.deps.engine, context.who, whoAmI, {})
    if (!me.ok) return me
    const coach = requireCoach(me.value)
    return coach.ok ? ok(planChangeForm(deed)) : coach
  }
}

const FIELD_OF: Readonly<Record<string, string>> = {
  'plan-gone': PLAN_CHANGE_FORM.plan,
  'plan-changed-meanwhile': PLAN_CHANGE_FORM.plan,
  'plan-text-too-long': PLAN_CHANGE_FORM.plan,
  'plan-title-taken': PLAN_CHANGE_FORM.title,
  'plan-title-too-long': PLAN_CHANGE_FORM.title,
  'plan-week-unknown': PLAN_CHANGE_FORM.week,
  'plan-full': PLAN_CHANGE_FORM.to,
  'plan-scale-wrong': PLAN_CHANGE_FORM.percent,
}

export const planChangeModal: Modal = {
  callbackId: 'plan-change',
  async submit(context, values, rawMeta) {
    const { deed } = z.object({ deed: z.enum(PLAN_DEEDS) }).parse(rawMeta)
    const planId = values.text(PLAN_CHANGE_FORM.plan)
    if (planId === null) {
      return { kind: 'errors', errors: { [PLAN_CHANGE_FORM.plan]: 'Choose a plan.' } }
    }
    const form = deed === 'edit' ? await editPlanView(context, { planId }) : null
    if (form?.ok) return { kind: 'update', view: form.value }
    const change = changeOf(deed, values)
    if (!change.ok) return { kind: 'errors', errors: change.refusal }
    const done = form ?? (await doneWith(context, deed, { planId, change: change.value, values }))
    if (done.ok) {
      const { blocks } = done.value
      return { kind: 'update', view: modalView({ callbackId: 'plan-saved', title: 'Done', blocks }) }
    }
    const said = refusalInWords(done.refusal)
    const field = FIELD_OF[done.refusal.code]
    if (!field || !(field in values.all())) return { kind: 'update', view: refusedModal(said) }
    return { kind: 'errors', errors: { [field]: inPlain(said) } }
  },
}

async function doneWith(
  context: SlackContext,
  deed: PlanDeed,
  { planId, change, values }: { planId: string; change: WeekChange | null; values: FormValues },
): Promise<Result<Message, Refusal>> {
  const { engine } = context.deps
  const by = { who: context.who, surface: 'modal' } as const
  if (deed === 'archive') {
    const done = await perform(engine, by, archivePlan, { planId })
    return done.ok ? ok(planArchived(done.value)) : done
  }
  const which = { planId }
  const title = values.text(PLAN_CHANGE_FORM.title)?.trim() || null
  const done = change
    ? await perform(engine, by, changePlanWeeks, { which, change })
    : await perform(engine, by, duplicatePlan, { which, title })
  return done.ok ? ok(planSaved(done.value)) : done
}

/** What is to become of the weeks; null for what concerns the plan as a whole. */
function changeOf(deed: PlanDeed, values: FormValues): Result<WeekChange | null, FieldErrors> {
  const number = (block: string): number | null => {
    const text = (values.text(block) ?? '').trim().replace(/ ?%$/, '')
    return /^\d{1,3}$/.test(text) ? Number(text) : null
  }
  const { week: weekBlock, to: toBlock, percent: percentBlock } = PLAN_CHANGE_FORM
  const week = number(weekBlock)
  const wrong = (block: string, example: number) =>
    refuse({ [block]: `Write a whole number, such as ${example}.` })
  switch (deed) {
    case 'copy': {
      const to = number(toBlock)
      if (week === null) return wrong(weekBlock, 1)
      return to === null ? wrong(toBlock, 5) : ok({ kind: 'copy', from: week, to })
    }
    case 'scale': {
      const percent = number(percentBlock)
      if (week === null) return wrong(weekBlock, 4)
      return percent === null ? wrong(percentBlock, 80) : ok({ kind: 'scale', week, percent })
    }
    case 'shift': {
      if (week === null && (values.text(weekBlock) ?? '').trim() !== '') return wrong(weekBlock, 3)
      const days = Number(values.text(PLAN_CHANGE_FORM.days))
      if (!Number.isInteger(days) || days === 0) return refuse({ [PLAN_CHANGE_FORM.days]: 'Choose how far.' })
      return ok({ kind: 'shift', week, days })
    }
    default:
      return ok(null)
  }
}
