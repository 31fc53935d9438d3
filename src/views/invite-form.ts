import type { Group } from '#domain/group/group.ts'
import { input, option, plain } from './blocks.ts'
import { LIMITS } from './limits.ts'
import type { ModalView } from './message.ts'
import { modalView } from './modal.ts'

export const INVITE_FORM = { person: 'person', group: 'group' } as const

export function inviteForm(groups: readonly Group[]): ModalView {
  return modalView({
    callbackId: 'invite-athlete',
    title: 'Invite an athlete',
    submit: 'Send invitation',
    blocks: [
      input(
        INVITE_FORM.person,
        'Athlete',
        { type: 'users_select', action_id: 'value', placeholder: plain('Choose a person') },
        { hint: 'They get a direct message with three answers: share, keep private, decline.' },
      ),
      ...(groups.length === 0
        ? []
        : [
            input(
              INVITE_FORM.group,
              'Group',
              {
                type: 'static_select',
                action_id: 'value',
                placeholder: plain('No group'),
                options: groups.slice(0, LIMITS.options).map(group => option(group.name, group.name)),
              },
              { optional: true },
            ),
          ]),
    ],
  })
}
