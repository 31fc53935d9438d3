import type { Group } from '#domain/group/group.ts'
import { input, plain } from './blocks.ts'
import { planInputs } from './invite-form.ts'
import type { ModalView } from './message.ts'
import { modalView } from './modal.ts'
import { groupPicker } from './pickers.ts'

export const CODE_FORM = {
  group: 'group',
  cap: 'cap',
  until: 'until',
  vanity: 'vanity',
  channel: 'channel',
  plan: 'plan',
  planStart: 'plan-start',
} as const

/** Everything is optional: an empty form makes a code that nobody can guess, without limit or end. */
export function codeForm(groups: readonly Group[], hasPlans: boolean): ModalView {
  return modalView({
    callbackId: 'invite-link',
    title: 'Invite with a code',
    submit: 'Make the code',
    blocks: [
      ...(groups.length === 0
        ? []
        : [
            input(CODE_FORM.group, 'Group', groupPicker('No group'), {
              optional: true,
              hint: 'Whoever joins with the code is put into it.',
            }),
          ]),
      ...planInputs(
        hasPlans,
        CODE_FORM,
        'Whoever joins with the code is put on it. If its start is over by then, it begins on the next Monday.',
      ),
      input(
        CODE_FORM.cap,
        'How many may join',
        { type: 'plain_text_input', action_id: 'value', placeholder: plain('Any number') },
        { optional: true },
      ),
      input(
        CODE_FORM.until,
        'Last day',
        { type: 'datepicker', action_id: 'value', placeholder: plain('Never ends') },
        { optional: true },
      ),
      input(
        CODE_FORM.vanity,
        'A word of your own',
        { type: 'plain_text_input', action_id: 'value', placeholder: plain('SPRING26'), max_length: 20 },
        {
          optional: true,
          hint: '4 to 20 of A–Z, digits and dashes. Without one the code cannot be guessed.',
        },
      ),
      input(
        CODE_FORM.channel,
        'Post a Join button in',
        { type: 'channels_select', action_id: 'value', placeholder: plain('No channel') },
        { optional: true },
      ),
    ],
  })
}
