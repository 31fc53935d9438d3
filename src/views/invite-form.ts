import type { KnownBlock } from '@slack/types'
import type { Group } from '#domain/group/group.ts'
import { FIRST_NAME_MAX } from '#domain/invitation/email-invitation.ts'
import { input, plain } from './blocks.ts'
import type { ModalView } from './message.ts'
import { modalView } from './modal.ts'
import { groupPicker, planPicker } from './pickers.ts'

export const INVITE_FORM = {
  person: 'person',
  address: 'address',
  firstName: 'first-name',
  group: 'group',
  until: 'until',
  plan: 'plan',
  planStart: 'plan-start',
} as const

/** The plan and its start, in every form that invites; nothing for clubs without plans. */
export function planInputs(
  hasPlans: boolean,
  ids: { plan: string; planStart: string },
  hint: string,
): KnownBlock[] {
  if (!hasPlans) return []
  return [
    input(ids.plan, 'Training plan', planPicker('No plan'), { optional: true, hint }),
    input(
      ids.planStart,
      'The plan starts',
      {
        type: 'plain_text_input',
        action_id: 'value',
        max_length: 40,
        placeholder: plain('next monday'),
      },
      { optional: true, hint: '“monday”, “2026-12-07”, or “race 2027-04-25” to count back from a race.' },
    ),
  ]
}

export function inviteForm(groups: readonly Group[], hasPlans: boolean): ModalView {
  return modalView({
    callbackId: 'invite-athlete',
    title: 'Invite an athlete',
    submit: 'Send invitation',
    blocks: [
      input(
        INVITE_FORM.person,
        'Somebody in this Slack',
        { type: 'users_select', action_id: 'value', placeholder: plain('Choose a person') },
        {
          hint: 'They get a direct message with three answers: share, keep private, decline.',
          optional: true,
        },
      ),
      input(
        INVITE_FORM.address,
        'Or somebody outside, by e-mail',
        { type: 'email_text_input', action_id: 'value', placeholder: plain('ana@example.org') },
        { optional: true },
      ),
      input(
        INVITE_FORM.firstName,
        'Their first name',
        { type: 'plain_text_input', action_id: 'value', max_length: FIRST_NAME_MAX },
        { optional: true, hint: 'For an invitation by e-mail.' },
      ),
      ...(groups.length === 0
        ? []
        : [input(INVITE_FORM.group, 'Group', groupPicker('No group'), { optional: true })]),
      ...planInputs(
        hasPlans,
        INVITE_FORM,
        'They are put on it when they accept. If its start is over by then, it begins on the next Monday.',
      ),
      input(
        INVITE_FORM.until,
        'Good until',
        { type: 'datepicker', action_id: 'value', placeholder: plain('No end') },
        { optional: true, hint: 'The last day on which they can answer; without one it stays open.' },
      ),
    ],
  })
}
