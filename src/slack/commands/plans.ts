import type { WeekChange } from '#domain/plan/template/change-weeks.ts'
import type { Refusal } from '#domain/refusal.ts'
import { zone as toZone } from '#kernel/instant.ts'
import { ok, type Result } from '#kernel/result.ts'
import { ask } from '#usecases/ask.ts'
import { whoAmI } from '#usecases/organization/who-am-i.ts'
import { archivePlan } from '#usecases/plan/archive-plan.ts'
import { changeEnrollment } from '#usecases/plan/change-enrollment.ts'
import { duplicatePlan } from '#usecases/plan/duplicate-plan.ts'
import { changePlanWeeks } from '#usecases/plan/edit-plan.ts'
import { myPlanWeek } from '#usecases/plan/my-plan-week.ts'
import { listPlansFor, showPlan } from '#usecases/plan/show-plan.ts'
import { enrollmentChanged } from '#views/assign-plan.ts'
import type { PlanDeed } from '#views/plan-change-form.ts'
import { myPlanWeekShown, planArchived, planCard, planList, planSaved } from '#views/plan-text.ts'
import type { SlackContext } from '../kit/context.ts'
import {
  type Answer,
  freeCommand,
  type Misuse,
  misuse,
  modalAnswer,
  question,
  subcommand,
} from '../kit/subcommand.ts'
import type { Word } from '../kit/words.ts'
import { assignPlanView } from '../modals/assign-plan.ts'
import { createPlanView, editPlanView } from '../modals/plan.ts'
import { planChangeView } from '../modals/plan-change.ts'
import { editWeekView } from '../modals/session-changes.ts'
import { readPauseTyped, readWayTyped } from '../pause-typed.ts'
import { peopleNamed } from '../people-named.ts'
import { besideTitle, requirePlanTitle, titlesTyped } from '../plan-typed.ts'

const createPlanCommand = freeCommand({
  name: 'plan create',
  usage: 'plan create',
  summary: 'Write a training plan, week by week',
  example: 'plan create',
  audience: 'coach',
  answer: async context => modalAnswer(await createPlanView(context)),
})

const listPlansCommand = question({
  name: 'plan list',
  usage: 'plan list',
  summary: 'The training plans you can see',
  example: 'plan list',
  audience: 'member',
  input: () => ok({}),
  query: listPlansFor,
  view: planList,
})

const showPlanCommand = freeCommand({
  name: 'plan show',
  usage: 'plan show ["plan"]',
  summary: 'Your own plan’s week, or a plan of the list',
  example: 'plan show "Marathon in 16 weeks"',
  audience: 'member',
  async answer(context, words): Promise<Result<Answer, Refusal | Misuse>> {
    const [title] = titlesTyped(words)
    const { engine } = context.deps
    if (title === undefined) {
      const week = await ask(engine, context.who, myPlanWeek, { weeksAhead: 0 })
      return week.ok ? ok({ kind: 'message', message: myPlanWeekShown(week.value) }) : week
    }
    const shown = await ask(engine, context.who, showPlan, { title })
    return shown.ok ? ok({ kind: 'message', message: planCard({ ...shown.value, page: 0 }) }) : shown
  },
})

const editPlanCommand = freeCommand({
  name: 'plan edit',
  usage: 'plan edit ["plan"|@athlete [next week]]',
  summary: 'Change a plan for those who get it from now on, or one athlete’s week',
  example: 'plan edit "Marathon in 16 weeks"',
  audience: 'coach',
  async answer(context, words): Promise<Result<Answer, Refusal | Misuse>> {
    const person = words.find(word => word.kind === 'person')
    if (person) {
      const people = await peopleNamed(context, [person.slackUserId])
      const [athlete] = people.ok ? people.value : []
      if (!athlete) return people.ok ? misuse('Whom? Type @ and pick them from the list.') : people
      const weeksAhead = /\bnext\b/.test(besideTitle(words)) ? 1 : 0
      return modalAnswer(await editWeekView(context, { athlete, on: null, weeksAhead }))
    }
    const [title] = titlesTyped(words)
    return modalAnswer(
      await (title === undefined ? planChangeView('edit')(context) : editPlanView(context, { title })),
    )
  },
})

const duplicatePlanCommand = subcommand({
  name: 'plan duplicate',
  usage: 'plan duplicate ["plan"] ["new title"]',
  summary: 'The same plan once more, to change it',
  example: 'plan duplicate "Marathon in 16 weeks" "Spring marathon"',
  audience: 'coach',
  modal: planChangeView('duplicate'),
  input: words => {
    const [title, newTitle] = titlesTyped(words)
    if (title === undefined) return misuse('Which plan? Put its title in quotes.')
    return ok({ which: { title }, title: newTitle ?? null })
  },
  useCase: duplicatePlan,
  view: planSaved,
})

const archivePlanCommand = subcommand({
  name: 'plan archive',
  usage: 'plan archive ["plan"]',
  summary: 'Take a plan out of the list; whoever is on it stays on it',
  example: 'plan archive "Spring marathon"',
  audience: 'coach',
  modal: planChangeView('archive'),
  input: words => {
    const title = requirePlanTitle(words)
    return title.ok ? ok({ title: title.value }) : title
  },
  useCase: archivePlan,
  view: planArchived,
})

function weekCommand(
  deed: PlanDeed,
  described: { name: string; usage: string; summary: string; example: string },
  read: (said: string) => WeekChange | null,
  problem: string,
) {
  return subcommand({
    ...described,
    audience: 'coach',
    modal: planChangeView(deed),
    input: words => {
      const quoted = words.find(word => word.kind === 'text' && word.isQuoted)
      if (!quoted) return misuse('Which plan? Put its title in quotes.')
      const change = read(besideTitle(words))
      return change ? ok({ which: { title: quoted.text }, change }) : misuse(problem)
    },
    useCase: changePlanWeeks,
    view: planSaved,
  })
}

const copyWeekCommand = weekCommand(
  'copy',
  {
    name: 'plan copy',
    usage: 'plan copy ["plan" week 1 to 5]',
    summary: 'Put one week of a plan in another’s place, or at its end',
    example: 'plan copy "Spring marathon" week 1 to 5',
  },
  said => {
    const [, from, to] = /^(?:week )?(\d{1,3}) to (?:week )?(\d{1,3})$/.exec(said) ?? []
    return from && to ? { kind: 'copy', from: Number(from), to: Number(to) } : null
  },
  'Which week where? Write “week 1 to 5”.',
)

const shiftWeekCommand = weekCommand(
  'shift',
  {
    name: 'plan shift',
    usage: 'plan shift ["plan" [week 3] -1]',
    summary: 'Move the sessions of every week, or of one, by days',
    example: 'plan shift "Spring marathon" -1',
  },
  said => {
    const [, week, days] = /^(?:week (\d{1,3}) )?(?:by )?([+-−]?\d)(?: days?)?$/.exec(said) ?? []
    const number = Number((days ?? '').replace('−', '-'))
    return days && Math.abs(number) <= 6 && number !== 0
      ? { kind: 'shift', week: week ? Number(week) : null, days: number }
      : null
  },
  'By how many days? Write “1” for a day later, “-1” for a day earlier, “week 3 1” for one week alone.',
)

const scaleWeekCommand = weekCommand(
  'scale',
  {
    name: 'plan scale',
    usage: 'plan scale ["plan" week 4 80%]',
    summary: 'Make one week of a plan lighter or heavier',
    example: 'plan scale "Spring marathon" week 4 80%',
  },
  said => {
    const [, week, percent] = /^(?:week )?(\d{1,3}) (?:to |by )?(\d{1,3}) ?%?$/.exec(said) ?? []
    return week && percent ? { kind: 'scale', week: Number(week), percent: Number(percent) } : null
  },
  'Which week, and to how much? Write “week 4 80%”.',
)

const assignPlanCommand = freeCommand({
  name: 'plan assign',
  usage: 'plan assign ["plan"] [@athlete …]',
  summary: 'Put athletes or a group on a plan, after looking it over',
  example: 'plan assign "Marathon in 16 weeks" @ana',
  audience: 'coach',
  async answer(context, words): Promise<Result<Answer, Refusal | Misuse>> {
    const [title] = titlesTyped(words)
    const slackUserIds = words.flatMap(word => (word.kind === 'person' ? [word.slackUserId] : []))
    return modalAnswer(await assignPlanView(context, { title: title ?? null, slackUserIds }))
  },
})

function enrollmentCommand(deed: 'pause' | 'resume' | 'end', summary: string, more = '') {
  return subcommand({
    name: `plan ${deed}`,
    usage: `plan ${deed} [@athlete] ["plan"]${more}`,
    summary,
    example: `plan ${deed}`,
    audience: 'member',
    input: async (words: readonly Word[], context: SlackContext) => {
      const ids = words.flatMap(word => (word.kind === 'person' ? [word.slackUserId] : []))
      const people = await peopleNamed(context, ids)
      if (!people.ok) return people
      const [athlete, second] = people.value
      if (second) return misuse('One person at a time.')
      const who = { deed, athlete: athlete ?? null, title: titlesTyped(words)[0] ?? null }
      const isTitled = words.some(word => word.kind === 'text' && word.isQuoted)
      const title = isTitled ? who.title : null
      if (deed === 'resume') {
        const way = readWayTyped(words)
        return ok(way === null ? who : { ...who, title, way })
      }
      if (deed === 'pause') {
        const me = await ask(context.deps.engine, context.who, whoAmI, {})
        if (!me.ok) return me
        const zone = me.value.kind === 'member' ? me.value.zone : toZone('UTC')
        const pause = readPauseTyped(words, { now: context.deps.engine.businessNow(), zone })
        if (pause && !pause.ok) return pause
        return ok(pause ? { ...who, title, pause: pause.value } : who)
      }
      return ok(who)
    },
    useCase: changeEnrollment,
    view: enrollmentChanged,
  })
}

/** Everything about training plans. */
export const planCommands = [
  listPlansCommand,
  createPlanCommand,
  showPlanCommand,
  editPlanCommand,
  duplicatePlanCommand,
  archivePlanCommand,
  copyWeekCommand,
  shiftWeekCommand,
  scaleWeekCommand,
  assignPlanCommand,
  enrollmentCommand(
    'pause',
    'Pause a plan from today, for illness or a holiday',
    ' [holiday|illness] [until 2026-12-05]',
  ),
  enrollmentCommand(
    'resume',
    'Go on with a paused plan, where it stopped or where it is now',
    ' [shift|skip]',
  ),
  enrollmentCommand('end', 'End a plan; what is done stays'),
]
