import { input } from './blocks.ts'
import type { ModalView } from './message.ts'
import { modalView } from './modal.ts'
import { athletesPicker, groupPicker } from './pickers.ts'

export const GROUP_MEMBERS_FORM = { group: 'group', athletes: 'athletes' } as const

/** Into which group, or out of which, and who. */
export function groupMembersForm(deed: 'add' | 'remove'): ModalView {
  const isAdding = deed === 'add'
  return modalView({
    callbackId: `group-${deed}`,
    title: isAdding ? 'Add to a group' : 'Remove from a group',
    submit: isAdding ? 'Add' : 'Remove',
    blocks: [
      input(GROUP_MEMBERS_FORM.group, 'Group', groupPicker('Choose a group')),
      input(GROUP_MEMBERS_FORM.athletes, 'Athletes', athletesPicker(), {
        hint: isAdding
          ? 'Each of them is told. What they share stays their choice.'
          : 'They stay in the club. All of them are removed, or nobody.',
      }),
    ],
  })
}
