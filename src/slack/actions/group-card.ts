import { z } from 'zod'
import { ask } from '#usecases/ask.ts'
import { deleteGroup } from '#usecases/group/delete-group.ts'
import { restoreDeletedGroup } from '#usecases/group/restore-deleted-group.ts'
import { setGroupSharing } from '#usecases/group/set-group-sharing.ts'
import { showGroup } from '#usecases/group/show-group.ts'
import { undoMembershipChange } from '#usecases/group/undo-membership-change.ts'
import { GROUP_ACTIONS, groupCard } from '#views/group-card.ts'
import { groupDeleted, groupRestored, membershipUndone, sharingChanged } from '#views/group-changed.ts'
import { editGroupForm } from '#views/group-form.ts'
import { words } from '#views/message.ts'
import { refusalInWords } from '#views/refusal.ts'
import { type Action, freeAction, type Pressed, type PressedView } from '../kit/button.ts'
import type { SlackContext } from '../kit/context.ts'
import { placedButton, shown } from '../where-pressed.ts'

const groupId = z.string().min(1)

const showGroupButton = freeAction(GROUP_ACTIONS.show, showCard)

export async function showCard(
  context: SlackContext,
  id: string,
  view: PressedView | null,
): Promise<Pressed> {
  const card = await ask(context.deps.engine, context.who, showGroup, { groupId: id })
  const message = card.ok ? groupCard(card.value) : words(refusalInWords(card.refusal))
  return shown(context, view, 'Group', message)
}

const editGroupButton = freeAction(GROUP_ACTIONS.edit, openEditForm)

export async function openEditForm(
  context: SlackContext,
  id: string,
  view: PressedView | null,
): Promise<Pressed> {
  const card = await ask(context.deps.engine, context.who, showGroup, { groupId: id })
  const refusal = !card.ok
    ? card.refusal
    : card.value.mayEdit
      ? null
      : { code: 'not-the-group-owner' as const }
  if (refusal || !card.ok) {
    const said = words(refusalInWords(refusal ?? { code: 'group-gone' }))
    return shown(context, view, 'Group', said)
  }
  // Over the card in a modal comes the form, and what it saved takes its place.
  return view ? { push: editGroupForm(card.value) } : { open: editGroupForm(card.value) }
}

const deleteGroupButton = placedButton({
  actionId: GROUP_ACTIONS.delete,
  title: 'Group',
  value: groupId,
  useCase: deleteGroup,
  done: groupDeleted,
})

const restoreGroupButton = placedButton({
  actionId: GROUP_ACTIONS.restore,
  title: 'Group',
  value: groupId,
  useCase: restoreDeletedGroup,
  done: groupRestored,
  isOver: refusal => refusal.code === 'group-undo-over',
})

const undoMembersButton = placedButton({
  actionId: GROUP_ACTIONS.undoMembers,
  title: 'Group',
  value: z.string().min(1),
  useCase: undoMembershipChange,
  done: membershipUndone,
  isOver: ({ code }) => code === 'membership-undo-over' || code === 'membership-undone',
})

const shareWithGroupButton = placedButton({
  actionId: GROUP_ACTIONS.share,
  title: 'Group',
  value: groupId.transform(id => ({ groupId: id, isShared: true })),
  useCase: setGroupSharing,
  done: sharingChanged,
})

const keepPrivateButton = placedButton({
  actionId: GROUP_ACTIONS.keepPrivate,
  title: 'Group',
  value: groupId.transform(id => ({ groupId: id, isShared: false })),
  useCase: setGroupSharing,
  done: sharingChanged,
})

export const groupCardButtons: readonly Action[] = [
  showGroupButton,
  editGroupButton,
  deleteGroupButton,
  restoreGroupButton,
  undoMembersButton,
  shareWithGroupButton,
  keepPrivateButton,
]
