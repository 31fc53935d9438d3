import type { GroupPrivacy } from '#domain/group/group.ts'
import { ok } from '#kernel/result.ts'
import { createGroup } from '#usecases/group/create-group.ts'
import { groupCreated } from '#views/group-created.ts'
import { createGroupForm } from '#views/group-form.ts'
import { misuse, subcommand } from '../kit/subcommand.ts'
import type { Word } from '../kit/words.ts'

export const createGroupCommand = subcommand({
  name: 'group create',
  usage: 'group create ["name"] [public|private]',
  summary: 'Make a training group',
  example: 'group create "Tuesday Track" private',
  audience: 'coach',
  modal: async context => ok(createGroupForm(context.userId)),
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
