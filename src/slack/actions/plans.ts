import { z } from 'zod'
import { ask } from '#usecases/ask.ts'
import { perform } from '#usecases/perform.ts'
import { archivePlan } from '#usecases/plan/archive-plan.ts'
import { askForPlanPicture } from '#usecases/plan/ask-for-plan-picture.ts'
import { duplicatePlan } from '#usecases/plan/duplicate-plan.ts'
import { loadExamples } from '#usecases/plan/load-examples.ts'
import { myPlanWeek } from '#usecases/plan/my-plan-week.ts'
import { listPlansFor, showPlan } from '#usecases/plan/show-plan.ts'
import { type Message, words } from '#views/message.ts'
import { planPictureComes } from '#views/plan-picture.ts'
import {
  myPlanWeekShown,
  PLAN_ACTIONS,
  planArchived,
  planCard,
  planList,
  planSaved,
} from '#views/plan-text.ts'
import { refusalInWords } from '#views/refusal.ts'
import { button, freeAction, type Pressed } from '../kit/button.ts'
import type { SlackContext } from '../kit/context.ts'
import { assignPlanView } from '../modals/assign-plan.ts'
import { namePlanView } from '../modals/name-plan.ts'
import { createPlanView, editPlanView } from '../modals/plan.ts'

const planId = z.string().min(1)

async function shown(context: SlackContext, id: string, page: number): Promise<Pressed> {
  const plan = await ask(context.deps.engine, context.who, showPlan, { planId: id })
  if (!plan.ok) return { say: words(refusalInWords(plan.refusal)) }
  return { say: planCard({ ...plan.value, page }) }
}

const turn = (context: SlackContext, value: string) => {
  const [id = '', page = '0'] = value.split(' ')
  return shown(context, id, Number(page) || 0)
}

const opens = (actionId: string, view: typeof assignOf) =>
  freeAction(actionId, async (context, value) => {
    const form = await view(context, value)
    return form.ok ? { open: form.value } : { say: words(refusalInWords(form.refusal)) }
  })

const assignOf = (context: SlackContext, value: string) => assignPlanView(context, { planId: value })

function examplesButton(actionId: string, shows: (list: Message) => Pressed) {
  return freeAction(actionId, async context => {
    const done = await perform(context.deps.engine, { who: context.who, surface: 'button' }, loadExamples, {})
    if (!done.ok) return { say: words(refusalInWords(done.refusal)) }
    const listing = await ask(context.deps.engine, context.who, listPlansFor, {})
    return listing.ok ? shows(planList(listing.value)) : { say: words(refusalInWords(listing.refusal)) }
  })
}

export const planButtons = [
  freeAction(PLAN_ACTIONS.show, (context, value) => shown(context, value, 0)),
  freeAction(PLAN_ACTIONS.page, turn),
  freeAction(`${PLAN_ACTIONS.page}-on`, turn),
  opens(PLAN_ACTIONS.assign, assignOf),
  opens(PLAN_ACTIONS.edit, (context, value) => editPlanView(context, { planId: value })),
  opens(PLAN_ACTIONS.name, namePlanView),
  opens(PLAN_ACTIONS.create, context => createPlanView(context)),
  button({
    actionId: PLAN_ACTIONS.duplicate,
    value: planId.transform(id => ({ which: { planId: id }, title: null })),
    useCase: duplicatePlan,
    pressed: done => ({ say: planSaved(done) }),
  }),
  button({
    actionId: PLAN_ACTIONS.archive,
    value: planId.transform(id => ({ planId: id })),
    useCase: archivePlan,
    pressed: plan => ({ say: planArchived(plan) }),
  }),
  button({
    actionId: PLAN_ACTIONS.picture,
    value: planId.transform(id => ({ planId: id })),
    useCase: askForPlanPicture,
    pressed: done => ({ say: planPictureComes(done) }),
  }),
  examplesButton(PLAN_ACTIONS.examples, list => ({ replace: list })),
  // The message about the claimed club has more in it than this: it stays.
  examplesButton(PLAN_ACTIONS.firstExamples, list => ({ say: list })),
  freeAction(PLAN_ACTIONS.week, async (context, value) => {
    const weeksAhead = Math.min(60, Math.max(0, Math.trunc(Number(value)) || 0))
    const week = await ask(context.deps.engine, context.who, myPlanWeek, { weeksAhead })
    return { say: week.ok ? myPlanWeekShown(week.value) : words(refusalInWords(week.refusal)) }
  }),
]
