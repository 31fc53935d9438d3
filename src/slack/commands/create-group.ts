import type { GroupPrivacy } from '#domain/group/group.ts'
import { requireCoach } from '#domain/organization/policy.ts'
import type { Refusal } from '#domain/refusal.ts'
import { ok, type Result } from '#kernel/result.ts'
import { ask } from '#usecases/ask.ts'
import { createGroup } from '#usecases/group/create-group.ts'
import { whoAmI } from '#usecases/organization/who-am-i.ts'
import { groupCreated } from '#views/group-created.ts'
import { createGroupForm } from '#views/group-form.ts'
import type { ModalView } from '#views/message.ts'
import type { SlackContext } from '../kit/context.ts'
import { misuse, subcommand } from '../kit/subcommand.ts'
import type { Word } from '../kit/words.ts'

/** The form, for those who may make a group: an empty one is worth nothing to anybody else. */
async function createGroupView(context: SlackContext): Promise<Result<ModalView, Refusal>> {
  const me = await ask(context.deps.engine, context.who, whoAmI, {})
  if (!me.ok) return me
  const coach = requireCoach(me.value)
  if (!coach.ok) return coach
  const { accountId, displayName: name } = coach.value
  return ok(createGroupForm({ accountId, name }))
}

export const createGroupCommand = subcommand({
  name: 'group create',
  usage: 'group create ["name"] [public|private]',
  summary: 'Make a training group',
  example: 'group create "Tuesday Track" private',
  audience: 'coach',
  modal: createGroupView,
  input(words) {
    const { privacy, name } = nameAndPrivacy(words)
    if (name === '') return misuse('The group needs a name.')
    return ok({ name, description: '', privacy: privacy ?? 'public' })
  },
  useCase: createGroup,
  view: groupCreated,
})

/** A last word `public` or `private` is the privacy unless it is quoted; everything else is the name. */
export function nameAndPrivacy(words: readonly Word[]): { name: string; privacy: GroupPrivacy | null } {
  const last = words.at(-1)
  const word = last?.kind === 'text' && !last.isQuoted ? last.text.toLowerCase() : ''
  const privacy = word === 'public' || word === 'private' ? word : null
  const named = privacy ? words.slice(0, -1) : words
  return { name: named.map(part => part.text).join(' '), privacy }
}
