import { z } from 'zod'
import { GROUP_PRIVACIES } from '#domain/group/group.ts'
import type { Refusal } from '#domain/refusal.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { createGroup } from '#usecases/group/create-group.ts'
import { groupCreatedModal } from '#views/group-created.ts'
import { GROUP_FORM, type GroupDraft } from '#views/group-form.ts'
import { inPlain } from '#views/mrkdwn.ts'
import { refusalInWords } from '#views/refusal.ts'
import { requirePostable } from '../directory.ts'
import type { SlackContext } from '../kit/context.ts'
import type { FormValues } from '../kit/form-values.ts'
import { type FieldErrors, modal, noMeta, readForm } from '../kit/modal.ts'

const empty = z
  .string()
  .nullish()
  .transform(text => text || null)

/** What the group form holds; an empty description is none. */
const groupFields = z.object({
  [GROUP_FORM.name]: z.string({ error: 'Give the group a name.' }),
  [GROUP_FORM.description]: z
    .string()
    .nullable()
    .transform(text => text ?? ''),
  [GROUP_FORM.privacy]: z.enum(GROUP_PRIVACIES),
  [GROUP_FORM.owner]: empty,
  [GROUP_FORM.channel]: empty,
})

/** Reads the form; a channel other than `known` has to be one that Astral is in. */
export async function readGroupForm(
  values: FormValues,
  context: SlackContext,
  known: string | null = null,
): Promise<Result<GroupDraft, FieldErrors>> {
  const draft = readForm(groupFields, values.all())
  if (!draft.ok) return draft
  const { channel } = draft.value
  if (channel === null || channel === known) return draft
  const found = await requirePostable(context.client, channel)
  return found.ok ? draft : refuse({ [GROUP_FORM.channel]: inPlain(refusalInWords(found.refusal)) })
}

/** An owner that was chosen in the form; the menu offers only people of the club, but they may have left since. */
export function chosenOwner(owner: string | null): { owner?: { accountId: string } } {
  return owner ? { owner: { accountId: owner } } : {}
}

export const createGroupModal = modal({
  callbackId: 'create-group',
  meta: noMeta,
  async read(values, _, context) {
    const draft = await readGroupForm(values, context)
    if (!draft.ok) return draft
    const { name, description, privacy, owner, channel } = draft.value
    return ok({ name, description, privacy, channelId: channel, ...chosenOwner(owner) })
  },
  useCase: createGroup,
  fieldOf: groupFieldOf,
  done: groupCreatedModal,
})

/** The field of the group form at which a refusal belongs. */
export function groupFieldOf(refusal: Pick<Refusal, 'code'>): string | null {
  switch (refusal.code) {
    case 'group-name-empty':
    case 'group-name-too-long':
    case 'group-name-taken':
    case 'group-name-reserved':
      return GROUP_FORM.name
    case 'group-description-too-long':
      return GROUP_FORM.description
    case 'person-not-in-club':
    case 'owner-suspended':
      return GROUP_FORM.owner
    default:
      return null
  }
}
