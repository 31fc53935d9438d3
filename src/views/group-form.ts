import { GROUP_DESCRIPTION_MAX, GROUP_NAME_MAX, type Group } from '#domain/group/group.ts'
import { input, option, plain } from './blocks.ts'
import type { ModalView } from './message.ts'
import { modalView } from './modal.ts'

/** Block ids of the form's fields; refusals are shown at them. */
export const GROUP_FORM = { name: 'name', description: 'description', privacy: 'privacy' } as const

const PRIVACY_OPTIONS = [
  option('Public', 'public', 'Every athlete of the club can see that it exists'),
  option('Private', 'private', 'By invitation; nobody else learns that it exists'),
]

export function createGroupForm(): ModalView {
  return groupForm({ callbackId: 'create-group', title: 'New group', submit: 'Create', group: null })
}

export function editGroupForm(group: Group): ModalView {
  return groupForm({ callbackId: 'edit-group', title: 'Edit group', submit: 'Save', group })
}

function groupForm(described: {
  callbackId: string
  title: string
  submit: string
  group: Group | null
}): ModalView {
  const { group } = described
  const [publicOption, privateOption] = PRIVACY_OPTIONS
  const initialPrivacy = group?.privacy === 'private' ? privateOption : publicOption
  return modalView({
    callbackId: described.callbackId,
    title: described.title,
    submit: described.submit,
    ...(group ? { meta: { groupId: group.id, version: group.version } } : {}),
    blocks: [
      input(GROUP_FORM.name, 'Name', {
        type: 'plain_text_input',
        action_id: 'value',
        max_length: GROUP_NAME_MAX,
        placeholder: plain('Tuesday Track'),
        ...(group ? { initial_value: group.name } : {}),
      }),
      input(
        GROUP_FORM.description,
        'Description',
        {
          type: 'plain_text_input',
          action_id: 'value',
          multiline: true,
          max_length: GROUP_DESCRIPTION_MAX,
          placeholder: plain('Who it is for and what you do together'),
          ...(group?.description ? { initial_value: group.description } : {}),
        },
        { optional: true },
      ),
      input(GROUP_FORM.privacy, 'Who can find it', {
        type: 'radio_buttons',
        action_id: 'value',
        options: PRIVACY_OPTIONS,
        ...(initialPrivacy ? { initial_option: initialPrivacy } : {}),
      }),
    ],
  })
}
