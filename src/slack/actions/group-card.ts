import { z } from 'zod'
import { ask } from '#usecases/ask.ts'
import { deleteGroup } from '#usecases/group/delete-group.ts'
import { setGroupSharing } from '#usecases/group/set-group-sharing.ts'
import { showGroup } from '#usecases/group/show-group.ts'
import { GROUP_ACTIONS, groupCard } from '#views/group-card.ts'
import { groupDeleted, sharingChanged } from '#views/group-changed.ts'
import { editGroupForm } from '#views/group-form.ts'
import { words } from '#views/message.ts'
import { refusalInWords } from '#views/refusal.ts'
import { button, freeAction } from '../kit/button.ts'
import type { SlackContext } from '../kit/context.ts'

const groupId = z.string().min(1)

export const showGroupButton = freeAction(GROUP_ACTIONS.show, async (context, value) => {
  const card = await cardOf(context, value)
  return { say: card.ok ? groupCard(card.value) : words(refusalInWords(card.refusal)) }
})

export const editGroupButton = freeAction(GROUP_ACTIONS.edit, async (context, value) => {
  const card = await cardOf(context, value)
  if (!card.ok) return { say: words(refusalInWords(card.refusal)) }
  if (!card.value.mayEdit) return { say: words(refusalInWords({ code: 'not-the-group-owner' })) }
  return { open: editGroupForm(card.value) }
})

export const deleteGroupButton = button({
  actionId: GROUP_ACTIONS.delete,
  value: groupId,
  useCase: deleteGroup,
  pressed: group => ({ replace: groupDeleted(group), refreshHome: true }),
})

export const shareWithGroupButton = button({
  actionId: GROUP_ACTIONS.share,
  value: groupId.transform(id => ({ groupId: id, isShared: true })),
  useCase: setGroupSharing,
  pressed: done => ({ replace: sharingChanged(done) }),
})

export const keepPrivateButton = button({
  actionId: GROUP_ACTIONS.keepPrivate,
  value: groupId.transform(id => ({ groupId: id, isShared: false })),
  useCase: setGroupSharing,
  pressed: done => ({ replace: sharingChanged(done) }),
})

function cardOf(context: SlackContext, value: string) {
  return ask(context.deps.engine, context.who, showGroup, { groupId: value })
}
