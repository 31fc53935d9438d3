import { z } from 'zod'
import { ok } from '#kernel/result.ts'
import { editGroup } from '#usecases/group/edit-group.ts'
import { groupEditedModal } from '#views/group-changed.ts'
import { modal, readForm } from '../kit/modal.ts'
import { groupFieldOf, groupFields } from './create-group.ts'

export const editGroupModal = modal({
  callbackId: 'edit-group',
  meta: z.object({ groupId: z.string(), version: z.number() }),
  read(values, meta) {
    const change = readForm(groupFields, values.all())
    if (!change.ok) return change
    return ok({ groupId: meta.groupId, change: change.value, seenVersion: meta.version })
  },
  useCase: editGroup,
  fieldOf: groupFieldOf,
  done: groupEditedModal,
})
