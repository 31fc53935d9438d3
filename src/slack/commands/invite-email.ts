import { ok } from '#kernel/result.ts'
import { inviteByAddress } from '../invite-by-address.ts'
import { freeCommand, misuse, modalAnswer } from '../kit/subcommand.ts'
import type { Word } from '../kit/words.ts'
import { inviteAthleteView } from '../modals/invite-athlete.ts'
import { readInvitedPlan } from '../plan-with-invitation.ts'
import { readUntil } from '../until-typed.ts'

export const inviteEmailCommand = freeCommand({
  name: 'invite email',
  usage: 'invite email [address first-name] ["group"] [plan "title" from monday] [until 2026-12-31]',
  summary: 'Invite somebody who is not in this Slack yet',
  example: 'invite email ana@example.org Ana "Morning Milers"',
  audience: 'coach',
  async answer(context, words) {
    if (words.length === 0) return modalAnswer(await inviteAthleteView(context))
    const read = readUntil(words)
    if (!read.ok) return read
    const planned = readInvitedPlan(read.value.rest, { isSecondQuoted: false })
    if (!planned.ok) return planned
    const { until } = read.value
    const { plan, rest } = planned.value
    const typed = readEmailTyped(rest)
    if (typed.address === null) return misuse('Which address? Write it as ana@example.org.')
    const asked = { ...typed, address: typed.address, until, plan }
    const sent = await inviteByAddress(context, 'command', asked)
    return sent.ok ? ok({ kind: 'message', message: sent.value }) : sent
  },
})

/** The word with the sign is the address, what is quoted the group, the rest the first name. */
export function readEmailTyped(words: readonly Word[]): {
  address: string | null
  firstName: string
  groupName: string | null
} {
  const texts = words.filter(word => word.kind === 'text')
  const address = texts.find(word => !word.isQuoted && word.text.includes('@')) ?? texts[0]
  const rest = texts.filter(word => word !== address)
  const free = rest.filter(word => !word.isQuoted).map(word => word.text)
  const quoted = rest.filter(word => word.isQuoted).map(word => word.text)
  const firstName = free.length > 0 ? free.join(' ') : quoted.length > 1 ? (quoted.shift() ?? '') : ''
  return { address: address?.text ?? null, firstName, groupName: quoted[0] ?? null }
}
