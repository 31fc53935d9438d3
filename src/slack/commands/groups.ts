import type { Refusal } from '#domain/refusal.ts'
import { ok, type Result } from '#kernel/result.ts'
import { ask } from '#usecases/ask.ts'
import { addMembers } from '#usecases/group/add-members.ts'
import { removeMember } from '#usecases/group/remove-member.ts'
import { showGroup } from '#usecases/group/show-group.ts'
import { deleteGroupConfirmation } from '#views/delete-group-confirmation.ts'
import { groupCard, groupMembers } from '#views/group-card.ts'
import { memberRemoved, membersAdded } from '#views/group-changed.ts'
import { editGroupForm } from '#views/group-form.ts'
import { withJoinQuestion } from '#views/join-plan.ts'
import { findPerson } from '../directory.ts'
import { requireGroupName } from '../group-named.ts'
import type { SlackContext } from '../kit/context.ts'
import { freeCommand, type Misuse, misuse, subcommand } from '../kit/subcommand.ts'
import type { Word } from '../kit/words.ts'
import { chooseGroupAnswer } from '../modals/choose-group.ts'
import { groupMembersView } from '../modals/group-members.ts'

export const showGroupCommand = freeCommand({
  name: 'group show',
  usage: 'group show ["name"]',
  summary: 'One group and what you may do with it',
  example: 'group show "Morning Milers"',
  audience: 'member',
  async answer(context, words) {
    if (words.length === 0) return chooseGroupAnswer(context, 'show')
    const card = await cardOf(context, words)
    return card.ok ? ok({ kind: 'message', message: groupCard(card.value) }) : card
  },
})

export const groupMembersCommand = freeCommand({
  name: 'group members',
  usage: 'group members ["name"]',
  summary: 'Who is in a group',
  example: 'group members "Morning Milers"',
  audience: 'member',
  async answer(context, words) {
    if (words.length === 0) return chooseGroupAnswer(context, 'members')
    const card = await cardOf(context, words)
    return card.ok ? ok({ kind: 'message', message: groupMembers(card.value) }) : card
  },
})

export const editGroupCommand = freeCommand({
  name: 'group edit',
  usage: 'group edit ["name"]',
  summary: 'Change a group’s name, description, privacy, owner or channel',
  example: 'group edit "Morning Milers"',
  audience: 'coach',
  async answer(context, words) {
    if (words.length === 0) return chooseGroupAnswer(context, 'edit')
    const card = await cardOf(context, words)
    if (!card.ok) return card
    if (!card.value.mayEdit) return { ok: false, refusal: { code: 'not-the-group-owner' } }
    return ok({ kind: 'modal', view: editGroupForm(card.value) })
  },
})

export const deleteGroupCommand = freeCommand({
  name: 'group delete',
  usage: 'group delete ["name"]',
  summary: 'Delete a group; its athletes stay in the club, and you can undo it for ten minutes',
  example: 'group delete "Morning Milers"',
  audience: 'coach',
  async answer(context, words) {
    if (words.length === 0) return chooseGroupAnswer(context, 'delete')
    const card = await cardOf(context, words)
    if (!card.ok) return card
    if (!card.value.mayEdit) return { ok: false, refusal: { code: 'not-the-group-owner' } }
    return ok({
      kind: 'message',
      message: deleteGroupConfirmation(card.value.group, card.value.members?.length ?? 0),
    })
  },
})

export const addMembersCommand = subcommand({
  name: 'group add',
  usage: 'group add [@athlete … "name"]',
  summary: 'Put members of the club into a group',
  example: 'group add @ana "Morning Milers"',
  audience: 'coach',
  modal: context => groupMembersView(context, 'add'),
  input: namedAndGroup,
  useCase: addMembers,
  view: done => withJoinQuestion(membersAdded(done), done.joining),
})

export const removeMemberCommand = subcommand({
  name: 'group remove',
  usage: 'group remove [@athlete … "name"]',
  summary: 'Take members out of a group',
  example: 'group remove @ana "Morning Milers"',
  audience: 'coach',
  modal: context => groupMembersView(context, 'remove'),
  input: namedAndGroup,
  useCase: removeMember,
  view: memberRemoved,
})

/** The people who were mentioned, by their present names, and the group. */
async function namedAndGroup(
  words: readonly Word[],
  context: SlackContext,
): Promise<Result<{ groupName: string; people: { slackUserId: string; name: string }[] }, Refusal | Misuse>> {
  const named = words.filter(word => word.kind === 'person')
  if (named.length === 0) return misuse('Name somebody: type @ and pick them from the list.')
  const group = requireGroupName(words)
  if (!group.ok) return group
  const people = []
  for (const word of named) {
    const person = await findPerson(context.client, context.teamId, word.slackUserId)
    if (!person.ok) return person
    people.push({ slackUserId: person.value.slackUserId, name: person.value.displayName })
  }
  return ok({ groupName: group.value, people })
}

function byName(words: readonly Word[]): Result<{ groupName: string }, Misuse> {
  const name = requireGroupName(words)
  return name.ok ? ok({ groupName: name.value }) : name
}

async function cardOf(context: SlackContext, words: readonly Word[]) {
  const name = byName(words)
  if (!name.ok) return name
  return ask(context.deps.engine, context.who, showGroup, name.value)
}
