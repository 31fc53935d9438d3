import { input } from './blocks.ts'
import type { ModalView } from './message.ts'
import { modalView } from './modal.ts'
import { groupPicker } from './pickers.ts'

/** Block id of the form's one field. */
export const CHOOSE_GROUP = 'group'

/** Asks for a group, then goes on with what was to be done with it. */
export function chooseGroupForm(verb: 'show' | 'members' | 'edit' | 'delete' | 'leave'): ModalView {
  return modalView({
    callbackId: 'choose-group',
    title: 'Which group?',
    submit: 'Next',
    meta: { verb },
    blocks: [input(CHOOSE_GROUP, 'Group', groupPicker('Type a part of its name'))],
  })
}
