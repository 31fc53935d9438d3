import { z } from 'zod'
import { GROUP_PRIVACIES, type GroupRefusal } from '#domain/group/group.ts'
import type { AccessRefusal } from '#domain/organization/policy.ts'
import { createGroup } from '#usecases/group/create-group.ts'
import { groupCreatedModal } from '#views/group-created.ts'
import { GROUP_FORM } from '#views/group-form.ts'
import { modal, noMeta, readForm } from '../kit/modal.ts'

/** What the group form holds; an empty description is none. */
export const groupFields = z.object({
  [GROUP_FORM.name]: z.string({ error: 'Give the group a name.' }),
  [GROUP_FORM.description]: z
    .string()
    .nullable()
    .transform(text => text ?? ''),
  [GROUP_FORM.privacy]: z.enum(GROUP_PRIVACIES),
})

export const createGroupModal = modal({
  callbackId: 'create-group',
  meta: noMeta,
  read: values => readForm(groupFields, values.all()),
  useCase: createGroup,
  fieldOf: groupFieldOf,
  done: groupCreatedModal,
})

/** The field of the group form at which a refusal belongs. */
export function groupFieldOf(refusal: GroupRefusal | AccessRefusal): string | null {
  switch (refusal.code) {
    case 'group-name-empty':
    case 'group-name-too-long':
    case 'group-name-taken':
      return GROUP_FORM.name
    case 'group-description-too-long':
      return GROUP_FORM.description
    default:
      return null
  }
}
