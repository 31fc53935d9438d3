import type { Group } from '#domain/group/group.ts'
import { FIRST_NAME_MAX } from '#domain/invitation/email-invitation.ts'
import { input, plain } from './blocks.ts'
import type { ModalView } from './message.ts'
import { modalView } from './modal.ts'
import { groupPicker } from './pickers.ts'

export const INVITE_FORM = {
  person: 'person',
  address: 'address',
  firstName: 'first-name',
  group: 'group',
  until: 'until',
} as const

export function inviteForm(groups: readonly Group[]): ModalView {
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
      input(
        INVITE_FORM.until,
        'Good until',
        { type: 'datepicker', action_id: 'value', placeholder: plain('No end') },
        { optional: true, hint: 'The last day on which they can answer; without one it stays open.' },
      ),
    ],
  })
}
