import type { InputBlock, KnownBlock } from '@slack/types'
import {
  PLAN_LEVELS,
  PLAN_LIMITS,
  PLAN_VISIBILITIES,
  type Plan,
  type PlanWeeks,
} from '#domain/plan/template/plan.ts'
import { printWeek } from '#domain/plan/template/print-plan.ts'
import { context, input, option, plain } from './blocks.ts'
import { initial } from './leaderboard-form.ts'
import type { ModalView } from './message.ts'
import { modalView } from './modal.ts'
import { mrkdwn } from './mrkdwn.ts'

/** Slack's inputs hold 3,000 characters; a long plan stands in several. */
export const PART_MOST = 3_000
export const MOST_PARTS = 12
export const PLAN_FORM = {
  title: 'title',
  level: 'level',
  visibility: 'visibility',
  part: (index: number) => `part-${index}`,
} as const

const PLACEHOLDER =
  'Week 1\nMon 8km easy\nThu 2km easy + 6x400m @z5 r200m jog + 2km easy\nSun 12km easy // flat'
const VISIBILITY_WORDS = { public: 'Everybody in the club', coaches: 'Coaches only' } as const

export function createPlanForm(): ModalView {
  return planForm(null, ['', ''])
}

/** Null when the plan is too long for a form: then a file has to do. */
export function editPlanForm(plan: Plan, weeks: PlanWeeks): ModalView | null {
  const parts = partsOf(weeks)
  return parts.length > MOST_PARTS - 1 ? null : planForm(plan, [...parts, ''])
}

/** What a dropped file cannot say of itself. */
export function namePlanForm(plan: Plan): ModalView {
  return modalView({
    callbackId: 'name-plan',
    title: 'Name the plan',
    submit: 'Save',
    meta: { planId: plan.id },
    blocks: detailInputs(plan),
  })
}

function detailInputs(plan: Plan | null): InputBlock[] {
  const levels = PLAN_LEVELS.map(level => option(level, level))
  const visibilities = PLAN_VISIBILITIES.map(each => option(VISIBILITY_WORDS[each], each))
  return [
    input(PLAN_FORM.title, 'Title', {
      type: 'plain_text_input',
      action_id: 'value',
      max_length: PLAN_LIMITS.title,
      placeholder: plain('Spring half marathon'),
      ...(plan ? { initial_value: plan.title } : {}),
    }),
    input(PLAN_FORM.level, 'Level', {
      type: 'static_select',
      action_id: 'value',
      options: levels,
      ...initial(levels, plan?.level ?? 'basic'),
    }),
    input(PLAN_FORM.visibility, 'Who sees it in the list', {
      type: 'static_select',
      action_id: 'value',
      options: visibilities,
      ...initial(visibilities, plan?.visibility ?? 'public'),
    }),
  ]
}

function planForm(plan: Plan | null, parts: readonly string[]): ModalView {
  const blocks: KnownBlock[] = [
    ...detailInputs(plan),
    ...parts.map((text, index) => partInput(text, index)),
    context(
      mrkdwn`A line a session: \`Mon 8km easy\`, \`Tue rest\`, \`Sat "a workout of the library"\`, \`// note\` at the end of a line. Days you leave out are rest. For long plans drop a .txt or .csv file into our direct message.`,
    ),
  ]
  return modalView({
    callbackId: plan ? 'edit-plan' : 'create-plan',
    title: plan ? 'Edit plan' : 'New plan',
    submit: plan ? 'Save' : 'Create',
    ...(plan
      ? { meta: { planId: plan.id, versionId: plan.versionId, parts: parts.length } }
      : { meta: { parts: parts.length } }),
    blocks,
  })
}

function partInput(text: string, index: number): InputBlock {
  return input(
    PLAN_FORM.part(index),
    index === 0 ? 'Weeks' : 'More weeks',
    {
      type: 'plain_text_input',
      action_id: 'value',
      multiline: true,
      max_length: PART_MOST,
      ...(index === 0 ? { placeholder: plain(PLACEHOLDER, 150) } : {}),
      ...(text === '' ? {} : { initial_value: text }),
    },
    index === 0 ? {} : { optional: true },
  )
}

/** Whole weeks in each part, with room to write some more. */
function partsOf(weeks: PlanWeeks): string[] {
  const parts: string[] = []
  for (const [index, week] of weeks.entries()) {
    const text = printWeek(week, index + 1)
    const last = parts.at(-1)
    if (last !== undefined && last.length + text.length + 2 <= PART_MOST - 600) {
      parts[parts.length - 1] = `${last}\n\n${text}`
    } else parts.push(text.slice(0, PART_MOST))
  }
  return parts
}
