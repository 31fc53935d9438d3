import { isCoach, requireActiveMember } from '#domain/organization/policy.ts'
import type { Refusal } from '#domain/refusal.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { ask } from '#usecases/ask.ts'
import { addMembers } from '#usecases/group/add-members.ts'
import { removeMember } from '#usecases/group/remove-member.ts'
import { showGroup } from '#usecases/group/show-group.ts'
import { whoAmI } from '#usecases/organization/who-am-i.ts'
import { chosenAthletes } from '#usecases/roster/chosen-athletes.ts'
import { memberRemoved, membersAdded } from '#views/group-changed.ts'
import { GROUP_MEMBERS_FORM, groupMembersForm } from '#views/group-members-form.ts'
import { withJoinQuestion } from '#views/join-plan.ts'
import type { Message, ModalView } from '#views/message.ts'
import { modalView } from '#views/modal.ts'
import { inPlain } from '#views/mrkdwn.ts'
import { refusalInWords } from '#views/refusal.ts'
import type { SlackContext } from '../kit/context.ts'
import type { FormValues } from '../kit/form-values.ts'
import { type FieldErrors, modal, noMeta } from '../kit/modal.ts'

/** The form, for coaches: whom it offers is the roster, which is theirs to see. An owner who runs types the names. */
export async function groupMembersView(
  context: SlackContext,
  deed: 'add' | 'remove',
): Promise<Result<ModalView, Refusal>> {
  const me = await ask(context.deps.engine, context.who, whoAmI, {})
  if (!me.ok) return me
  const member = requireActiveMember(me.value)
  if (!member.ok) return member
  return isCoach(member.value) ? ok(groupMembersForm(deed)) : refuse({ code: 'nobody-named' })
}

type Chosen = { groupName: string; people: { slackUserId: string; name: string }[] }

async function readChosen(
  values: FormValues,
  _meta: unknown,
  { deps, who }: SlackContext,
): Promise<Result<Chosen, FieldErrors>> {
  const groupId = values.text(GROUP_MEMBERS_FORM.group)
  const accountIds = values.list(GROUP_MEMBERS_FORM.athletes)
  if (groupId === null) return refuse({ [GROUP_MEMBERS_FORM.group]: 'Choose a group.' })
  if (accountIds.length === 0) return refuse({ [GROUP_MEMBERS_FORM.athletes]: 'Choose athletes.' })
  const card = await ask(deps.engine, who, showGroup, { groupId })
  if (!card.ok) return refuse({ [GROUP_MEMBERS_FORM.group]: inPlain(refusalInWords(card.refusal)) })
  const people = await ask(deps.engine, who, chosenAthletes, { accountIds })
  if (!people.ok) return refuse({ [GROUP_MEMBERS_FORM.athletes]: inPlain(refusalInWords(people.refusal)) })
  return ok({ groupName: card.value.group.name, people: people.value })
}

function fieldOf({ code }: { code: string }): string | null {
  switch (code) {
    case 'group-gone':
    case 'group-unknown':
    case 'not-the-group-owner':
      return GROUP_MEMBERS_FORM.group
    case 'already-in-group':
    case 'not-in-group':
    case 'nobody-named':
    case 'person-not-in-club':
    case 'person-suspended':
      return GROUP_MEMBERS_FORM.athletes
    default:
      return null
  }
}

function doneModal(title: string, { blocks }: Message): ModalView {
  return modalView({ callbackId: 'group-members-done', title, blocks })
}

const addToGroupModal = modal({
  callbackId: 'group-add',
  meta: noMeta,
  read: readChosen,
  useCase: addMembers,
  fieldOf,
  done: done => doneModal('Added', withJoinQuestion(membersAdded(done), done.joining)),
})

const removeFromGroupModal = modal({
  callbackId: 'group-remove',
  meta: noMeta,
  read: readChosen,
  useCase: removeMember,
  fieldOf,
  done: done => doneModal('Removed', memberRemoved(done)),
})

export const groupMembersModals = [addToGroupModal, removeFromGroupModal] as const
