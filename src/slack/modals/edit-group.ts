import { z } from 'zod'
import { GROUP_PRIVACIES } from '#domain/group/group.ts'
import { ask } from '#usecases/ask.ts'
import { type EditGroup, editGroup } from '#usecases/group/edit-group.ts'
import { showGroup } from '#usecases/group/show-group.ts'
import { nameOwner } from '#usecases/group/suggest-owners.ts'
import { perform } from '#usecases/perform.ts'
import { groupEditedModal } from '#views/group-changed.ts'
import { type GroupDraft, overtakenGroupForm } from '#views/group-form.ts'
import { inPlain } from '#views/mrkdwn.ts'
import { refusalInWords } from '#views/refusal.ts'
import { refusedModal } from '#views/refused.ts'
import type { Modal } from '../kit/modal.ts'
import { chosenOwner, groupFieldOf, readGroupForm } from './create-group.ts'

/** Which group, at which version, and what the form showed of it. */
const metaSchema = z.object({
  groupId: z.string(),
  version: z.number(),
  name: z.string(),
  description: z.string(),
  privacy: z.enum(GROUP_PRIVACIES),
  owner: z.string().nullable(),
  channel: z.string().nullable(),
})

/** Writes what was changed in the form and nothing else; when somebody was quicker, shows both and asks again. */
export const editGroupModal: Modal = {
  callbackId: 'edit-group',
  async submit(context, values, rawMeta) {
    const { groupId, version, ...shown } = metaSchema.parse(rawMeta)
    const typed = await readGroupForm(values, context, shown.channel)
    if (!typed.ok) return { kind: 'errors', errors: typed.refusal }
    const { engine } = context.deps
    const done = await perform(engine, { who: context.who, surface: 'modal' }, editGroup, {
      groupId,
      change: changedFields(shown, typed.value),
      seenVersion: version,
    })
    if (done.ok) return { kind: 'update', view: groupEditedModal(done.value) }
    if (done.refusal.code === 'group-changed-meanwhile') {
      const card = await ask(engine, context.who, showGroup, { groupId })
      const owner = await ask(engine, context.who, nameOwner, { accountId: typed.value.owner })
      if (card.ok && owner.ok) {
        const view = overtakenGroupForm(card.value, shown, typed.value, owner.value)
        return { kind: 'update', view }
      }
    }
    const said = refusalInWords(done.refusal)
    const field = groupFieldOf(done.refusal)
    if (field) return { kind: 'errors', errors: { [field]: inPlain(said) } }
    return { kind: 'update', view: refusedModal(said) }
  },
}

function changedFields(shown: GroupDraft, typed: GroupDraft): EditGroup['change'] {
  return {
    ...(typed.name === shown.name ? {} : { name: typed.name }),
    ...(typed.description === shown.description ? {} : { description: typed.description }),
    ...(typed.privacy === shown.privacy ? {} : { privacy: typed.privacy }),
    ...(typed.channel === shown.channel ? {} : { channelId: typed.channel }),
    ...(typed.owner === shown.owner ? {} : chosenOwner(typed.owner)),
  }
}
