import { z } from 'zod'
import type { Refusal } from '#domain/refusal.ts'
import { ok, type Result } from '#kernel/result.ts'
import { ask } from '#usecases/ask.ts'
import { showGroup } from '#usecases/group/show-group.ts'
import { whoAmI } from '#usecases/organization/who-am-i.ts'
import { CHOOSE_GROUP, chooseGroupForm } from '#views/choose-group.ts'
import { deleteGroupConfirmation } from '#views/delete-group-confirmation.ts'
import { groupCard, groupMembers } from '#views/group-card.ts'
import { editGroupForm } from '#views/group-form.ts'
import { leaveConfirmation } from '#views/join-request.ts'
import { refusalInWords } from '#views/refusal.ts'
import { refusedModal } from '#views/refused.ts'
import type { SlackContext } from '../kit/context.ts'
import type { Modal } from '../kit/modal.ts'
import { type Answer, type Misuse, misuse } from '../kit/subcommand.ts'
import { inModal } from '../where-pressed.ts'

const VERBS = ['show', 'members', 'edit', 'delete', 'leave'] as const
export type ChooseGroupVerb = (typeof VERBS)[number]

/** Asks which group, where a command was typed without its name. */
export async function chooseGroupAnswer(
  context: SlackContext,
  verb: ChooseGroupVerb,
): Promise<Result<Answer, Refusal | Misuse>> {
  if (context.triggerId === null) return misuse('Which group? Put its name in quotes.')
  const me = await ask(context.deps.engine, context.who, whoAmI, {})
  if (!me.ok) return me
  if (me.value.kind !== 'member') {
    return {
      ok: false,
      refusal: { code: 'not-a-member', isClaimed: me.value.organizationId !== null },
    }
  }
  return ok({ kind: 'modal', view: chooseGroupForm(verb) })
}

/** Goes on with what was typed, in place of the form. */
export const chooseGroupModal: Modal = {
  callbackId: 'choose-group',
  async submit(context, values, rawMeta) {
    const { verb } = z.object({ verb: z.enum(VERBS) }).parse(rawMeta)
    const groupId = values.text(CHOOSE_GROUP)
    if (!groupId) return { kind: 'errors', errors: { [CHOOSE_GROUP]: 'Choose a group.' } }
    const card = await ask(context.deps.engine, context.who, showGroup, { groupId })
    if (!card.ok) return { kind: 'update', view: refusedModal(refusalInWords(card.refusal)) }
    const { group, members, mayEdit, handsOver } = card.value
    if ((verb === 'edit' || verb === 'delete') && !mayEdit) {
      return { kind: 'update', view: refusedModal(refusalInWords({ code: 'not-the-group-owner' })) }
    }
    switch (verb) {
      case 'show':
        return { kind: 'update', view: inModal('Group', groupCard(card.value)) }
      case 'members':
        return { kind: 'update', view: inModal('Members', groupMembers(card.value)) }
      case 'edit':
        return { kind: 'update', view: editGroupForm(card.value) }
      case 'delete':
        return {
          kind: 'update',
          view: inModal('Group', deleteGroupConfirmation(group, members?.length ?? 0)),
        }
      case 'leave':
        return { kind: 'update', view: inModal('Group', leaveConfirmation(group, handsOver)) }
    }
  },
}
