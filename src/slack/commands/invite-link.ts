import { CAP_MAX, type CodeRefusal } from '#domain/invitation/invitation-code.ts'
import { isLocalDay } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { type CreateCode, createCode } from '#usecases/invitation/create-code.ts'
import { codeCreated } from '#views/invitation-code.ts'
import { requirePostable } from '../directory.ts'
import { type Misuse, misuse, subcommand } from '../kit/subcommand.ts'
import type { Word } from '../kit/words.ts'
import { inviteLinkView } from '../modals/invite-link.ts'
import { readInvitedPlan } from '../plan-with-invitation.ts'

export const inviteLinkCommand = subcommand({
  name: 'invite link',
  usage:
    'invite link ["group"] [plan "title" from monday] [cap 20] [until 2026-12-31] [code SPRING26] [#channel]',
  summary: 'Make a code that many can join with, and a Join button',
  example: 'invite link "Morning Milers" cap 20 until 2026-12-31',
  audience: 'coach',
  modal: inviteLinkView,
  async input(words, context) {
    const planned = readInvitedPlan(words, { isSecondQuoted: false })
    if (!planned.ok) return planned
    const { plan, rest } = planned.value
    const typed = readLinkTyped(rest)
    if (!typed.ok) return typed
    if (typed.value.channelId !== null) {
      const channel = await requirePostable(context.client, typed.value.channelId)
      if (!channel.ok) return channel
    }
    return ok({ ...typed.value, plan })
  },
  useCase: createCode,
  view: (made, context) => codeCreated(made, context.deps.inviting.publicUrl),
})

/** `cap`, `until` and `code` take the word behind them; what is left, quoted or not, is the group. */
export function readLinkTyped(words: readonly Word[]): Result<CreateCode, CodeRefusal | Misuse> {
  const read: CreateCode = { groupName: null, cap: null, until: null, vanity: null, channelId: null }
  const left: string[] = []
  const rest = [...words]
  for (let word = rest.shift(); word; word = rest.shift()) {
    const key = word.kind === 'text' && !word.isQuoted ? word.text.toLowerCase() : ''
    const isKey = key === 'cap' || key === 'until' || key === 'code'
    const value = isKey ? rest.shift()?.text : undefined
    if (isKey && value === undefined) return misuse(`What is behind “${key}”?`)
    if (word.kind === 'channel') read.channelId = word.channelId
    else if (word.kind !== 'text') return misuse(`I don’t understand “${word.text}” here.`)
    else if (value === undefined && !word.isQuoted && /^\d{1,5}$/.test(word.text)) {
      return misuse(
        `If ${word.text} is how many may join with it, write cap ${word.text}. A group called so goes into quotes.`,
      )
    } else if (value === undefined) left.push(word.text)
    else if (key === 'cap') {
      if (!/^\d{1,5}$/.test(value)) return refuse({ code: 'code-cap-wrong', text: value, max: CAP_MAX })
      read.cap = Number(value)
    } else if (key === 'until') {
      if (!isLocalDay(value)) return refuse({ code: 'code-until-wrong', text: value })
      read.until = value
    } else read.vanity = value
  }
  return ok({ ...read, groupName: left.length === 0 ? null : left.join(' ') })
}
