import { z } from 'zod'
import { localDayAt } from '#domain/calendar/local-day.ts'
import { requireCoach } from '#domain/organization/policy.ts'
import { CONFLICT_WAYS } from '#domain/plan/template/assignment.ts'
import { type PlanStart, readStartDay } from '#domain/plan/template/start-day.ts'
import type { Refusal } from '#domain/refusal.ts'
import { isLocalDay, type LocalDay, localDay } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { ask } from '#usecases/ask.ts'
import { showGroup } from '#usecases/group/show-group.ts'
import { whoAmI } from '#usecases/organization/who-am-i.ts'
import { assignPlan } from '#usecases/plan/assign-plan.ts'
import { previewAssignment } from '#usecases/plan/preview-assignment.ts'
import { listPlansFor, showPlan } from '#usecases/plan/show-plan.ts'
import { chosenAthletes } from '#usecases/roster/chosen-athletes.ts'
import { ASSIGN_PLAN_FORM, assignmentPreviewed, assignPlanForm, planAssigned } from '#views/assign-plan.ts'
import type { ModalView } from '#views/message.ts'
import { modalView } from '#views/modal.ts'
import { inPlain } from '#views/mrkdwn.ts'
import { refusalInWords } from '#views/refusal.ts'
import { refusedModal } from '#views/refused.ts'
import type { SlackContext } from '../kit/context.ts'
import type { FormValues } from '../kit/form-values.ts'
import { type Modal, modal } from '../kit/modal.ts'

type Chosen = {
  title?: string | null
  planId?: string | null
  groupId?: string | null
  slackUserIds?: readonly string[]
}

/** The form, for coaches; with a plan, a group or people chosen already. */
export async function assignPlanView(
  context: SlackContext,
  chosen: Chosen,
): Promise<Result<ModalView, Refusal>> {
  const { engine } = context.deps
  const me = await ask(engine, context.who, whoAmI, {})
  if (!me.ok) return me
  const coach = requireCoach(me.value)
  if (!coach.ok) return coach
  const named = chosen.title ? await ask(engine, context.who, showPlan, { title: chosen.title }) : null
  if (named && !named.ok) return named
  const planId = named?.value.plan.id ?? chosen.planId ?? null
  const plans = await ask(engine, context.who, listPlansFor, {})
  if (!plans.ok) return plans
  if (plans.value.plans.length === 0) return refuse({ code: 'plan-unknown', title: '', suggestion: null })
  const { groupId, slackUserIds = [] } = chosen
  const group = groupId ? await ask(engine, context.who, showGroup, { groupId }) : null
  if (group && !group.ok) return group
  const athletes = await ask(engine, context.who, chosenAthletes, { slackUserIds })
  if (!athletes.ok) return athletes
  // A form holds a hundred plans: the one that was asked for is among them.
  const [first, others] = [
    plans.value.plans.filter(plan => plan.id === planId),
    plans.value.plans.filter(plan => plan.id !== planId),
  ]
  return ok(
    assignPlanForm([...first, ...others], {
      planId,
      group: group?.value.group ?? null,
      athletes: athletes.value,
    }),
  )
}

const FIELD_OF: Readonly<Record<string, string>> = {
  'plan-gone': ASSIGN_PLAN_FORM.plan,
  'plan-changed-meanwhile': ASSIGN_PLAN_FORM.plan,
  'group-gone': ASSIGN_PLAN_FORM.group,
  'plan-start-wrong': ASSIGN_PLAN_FORM.start,
  'plan-start-past': ASSIGN_PLAN_FORM.start,
  'plan-start-far': ASSIGN_PLAN_FORM.start,
  'race-too-soon': ASSIGN_PLAN_FORM.race,
  'not-your-athletes': ASSIGN_PLAN_FORM.athletes,
  'plan-for-nobody': ASSIGN_PLAN_FORM.athletes,
  'person-not-in-club': ASSIGN_PLAN_FORM.athletes,
  'person-suspended': ASSIGN_PLAN_FORM.athletes,
  'person-unknown': ASSIGN_PLAN_FORM.athletes,
  'not-an-athlete-of-the-club': ASSIGN_PLAN_FORM.athletes,
}

/** First step: what is wished for. The next shows what it means before anything is done. */
export const assignPlanModal: Modal = {
  callbackId: 'assign-plan',
  async submit(context, values) {
    const at = (field: string, message: string) => ({ kind: 'errors', errors: { [field]: message } }) as const
    const planId = values.text(ASSIGN_PLAN_FORM.plan)
    if (planId === null) return at(ASSIGN_PLAN_FORM.plan, 'Choose a plan.')
    const accountIds = values.list(ASSIGN_PLAN_FORM.athletes)
    const groupId = values.text(ASSIGN_PLAN_FORM.group)
    if (accountIds.length === 0 && groupId === null) {
      return at(ASSIGN_PLAN_FORM.athletes, 'Choose athletes, or a group below.')
    }
    const start = await startOf(context, values)
    if (!start.ok) {
      return typeof start.refusal === 'string'
        ? at(ASSIGN_PLAN_FORM.start, start.refusal)
        : at(ASSIGN_PLAN_FORM.start, inPlain(refusalInWords(start.refusal)))
    }
    const athletes = await ask(context.deps.engine, context.who, chosenAthletes, { accountIds })
    if (!athletes.ok) return at(ASSIGN_PLAN_FORM.athletes, inPlain(refusalInWords(athletes.refusal)))
    const preview = await ask(context.deps.engine, context.who, previewAssignment, {
      planId,
      athletes: athletes.value,
      groupId,
      start: start.value,
    })
    if (!preview.ok) {
      const said = refusalInWords(preview.refusal)
      const field = FIELD_OF[preview.refusal.code]
      return field ? at(field, inPlain(said)) : { kind: 'update', view: refusedModal(said) }
    }
    const view = assignmentPreviewed(
      preview.value,
      {
        planId,
        versionId: preview.value.plan.versionId,
        people: athletes.value.map(({ slackUserId }) => slackUserId).join(','),
        groupId,
        start: start.value.kind,
        on: start.value.on,
      },
      context.units,
    )
    return { kind: 'update', view }
  },
}

async function startOf(
  context: SlackContext,
  values: FormValues,
): Promise<Result<PlanStart, Refusal | string>> {
  const race = values.text(ASSIGN_PLAN_FORM.race)
  const typed = values.text(ASSIGN_PLAN_FORM.start)?.trim() ?? ''
  if (race !== null && typed !== '') return refuse('Give a start or a race, not both.')
  if (race !== null && isLocalDay(race)) return ok({ kind: 'race', on: race })
  if (typed === '') return refuse('When does it start? Write “next monday”, or choose a race below.')
  const me = await ask(context.deps.engine, context.who, whoAmI, {})
  if (!me.ok) return me
  const zone = me.value.kind === 'member' ? me.value.zone : undefined
  const today: LocalDay = zone ? localDayAt(context.deps.engine.businessNow(), zone) : localDay('1970-01-01')
  const on = readStartDay(typed, today)
  return on.ok ? ok({ kind: 'start', on: on.value }) : on
}

const metaSchema = z.object({
  planId: z.string(),
  versionId: z.string(),
  people: z.string(),
  groupId: z.string().nullable(),
  start: z.enum(['start', 'race']),
  on: z.string().refine(isLocalDay),
})

/** Second step: the coach has seen what it means. */
export const confirmAssignmentModal = modal({
  callbackId: 'assign-plan-confirm',
  meta: metaSchema,
  read(values, meta) {
    // They were looked up in the first step, and Slack waits three seconds for this one.
    const ids = meta.people.split(',').filter(id => id !== '')
    const way = values.text(ASSIGN_PLAN_FORM.conflict)
    return ok({
      planId: meta.planId,
      seenVersionId: meta.versionId,
      athletes: ids.map(slackUserId => ({ slackUserId, name: 'Somebody you chose' })),
      groupId: meta.groupId,
      start: { kind: meta.start, on: localDay(meta.on) },
      onConflict: way === null ? null : z.enum(CONFLICT_WAYS).parse(way),
    })
  },
  useCase: assignPlan,
  fieldOf: () => null,
  done: done =>
    modalView({ callbackId: 'plan-assigned', title: 'Assigned', blocks: planAssigned(done).blocks }),
})
