import type { KnownBlock } from '@slack/types'
import { SCALE } from '#domain/plan/template/change-weeks.ts'
import { PLAN_LIMITS } from '#domain/plan/template/plan.ts'
import { context, input, option, plain } from './blocks.ts'
import type { ModalView } from './message.ts'
import { modalView } from './modal.ts'
import { mrkdwn } from './mrkdwn.ts'
import { planPicker } from './pickers.ts'

export const PLAN_DEEDS = ['edit', 'duplicate', 'archive', 'copy', 'shift', 'scale'] as const
export type PlanDeed = (typeof PLAN_DEEDS)[number]

/** Block ids; refusals are shown at them. */
export const PLAN_CHANGE_FORM = {
  plan: 'plan',
  title: 'title',
  week: 'week',
  to: 'to',
  days: 'days',
  percent: 'percent',
} as const

const TITLES: Readonly<Record<PlanDeed, { title: string; submit: string; hint: string }>> = {
  edit: { title: 'Edit a plan', submit: 'Continue', hint: 'The next step has its weeks as text.' },
  duplicate: { title: 'Duplicate a plan', submit: 'Duplicate', hint: 'The copy is yours to change.' },
  archive: {
    title: 'Archive a plan',
    submit: 'Archive',
    hint: 'It leaves the list and its title is free again. Whoever is on it stays on it.',
  },
  copy: {
    title: 'Copy a week',
    submit: 'Copy',
    hint: 'It takes the place of the other week; one number past the last adds it at the end.',
  },
  shift: {
    title: 'Shift sessions',
    submit: 'Shift',
    hint: 'What leaves the week at one end comes back at the other.',
  },
  scale: {
    title: 'Scale a week',
    submit: 'Scale',
    hint: 'Distances and times become so much of what they are, repeats as well.',
  },
}

/** What is typed behind the command otherwise. */
export function planChangeForm(deed: PlanDeed): ModalView {
  const { title, submit, hint } = TITLES[deed]
  return modalView({
    callbackId: 'plan-change',
    title,
    submit,
    meta: { deed },
    blocks: [
      input(PLAN_CHANGE_FORM.plan, 'Plan', planPicker('Type a title')),
      ...fieldsOf(deed),
      context(mrkdwn`${hint}`),
    ],
  })
}

function fieldsOf(deed: PlanDeed): KnownBlock[] {
  switch (deed) {
    case 'edit':
    case 'archive':
      return []
    case 'duplicate':
      return [
        input(
          PLAN_CHANGE_FORM.title,
          'New title',
          { type: 'plain_text_input', action_id: 'value', max_length: PLAN_LIMITS.title },
          { optional: true, hint: 'Without one it gets a number behind the old title.' },
        ),
      ]
    case 'copy':
      return [number(PLAN_CHANGE_FORM.week, 'Week', '1'), number(PLAN_CHANGE_FORM.to, 'To week', '5')]
    case 'shift':
      return [
        input(PLAN_CHANGE_FORM.days, 'By', {
          type: 'static_select',
          action_id: 'value',
          placeholder: plain('Choose'),
          options: [-6, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 6].map(days =>
            option(daysInWords(days), String(days)),
          ),
        }),
        number(PLAN_CHANGE_FORM.week, 'In one week alone', 'every week', true),
      ]
    case 'scale':
      return [
        number(PLAN_CHANGE_FORM.week, 'Week', '4'),
        number(PLAN_CHANGE_FORM.percent, `To how many per cent (${SCALE.least} to ${SCALE.most})`, '80'),
      ]
  }
}

function daysInWords(days: number): string {
  const count = Math.abs(days)
  return `${count} day${count === 1 ? '' : 's'} ${days < 0 ? 'earlier' : 'later'}`
}

function number(blockId: string, label: string, placeholder: string, optional = false) {
  return input(
    blockId,
    label,
    { type: 'plain_text_input', action_id: 'value', max_length: 4, placeholder: plain(placeholder) },
    { optional },
  )
}
