import { readEmailAddress } from '#domain/invitation/email-address.ts'
import type { PersonFacts } from '#domain/invitation/invitation.ts'
import { requireCoach } from '#domain/organization/policy.ts'
import type { Refusal } from '#domain/refusal.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { ask } from '#usecases/ask.ts'
import { addAthlete } from '#usecases/invitation/add-athlete.ts'
import { whoAmI } from '#usecases/organization/who-am-i.ts'
import { athleteAdded } from '#views/club-welcome.ts'
import { findPerson, findPersonByEmail } from '../directory.ts'
import { groupNameFrom } from '../group-named.ts'
import type { SlackContext } from '../kit/context.ts'
import { type Misuse, misuse, subcommand } from '../kit/subcommand.ts'
import type { Word } from '../kit/words.ts'
import { readInvitedPlan } from '../plan-with-invitation.ts'

export const inviteAddCommand = subcommand({
  name: 'invite add',
  usage: 'invite add @athlete ["group"] ["plan" from monday]',
  summary: 'Add somebody of this Slack at once; they choose what they share',
  example: 'invite add @ana "Morning Milers"',
  audience: 'coach',
  async input(typed, context) {
    const planned = readInvitedPlan(typed, { isSecondQuoted: true })
    if (!planned.ok) return planned
    const { plan, rest: words } = planned.value
    const [named, second] = words.filter(word => word.kind === 'person')
    if (second) return misuse('One person at a time, so that each gets an own message.')
    const [first, ...others] = words
    const person = named
      ? await findPerson(context.client, context.teamId, named.slackUserId)
      : await personWithAddress(context, first)
    if (!person.ok) return person
    return ok({ person: person.value, groupName: groupNameFrom(named ? words : others), plan })
  },
  useCase: addAthlete,
  view: athleteAdded,
})

async function personWithAddress(
  context: SlackContext,
  word: Word | undefined,
): Promise<Result<PersonFacts, Refusal | Misuse>> {
  if (!word?.text.includes('@'))
    return misuse('Whom? Type @ and pick them from the list, or write their address.')
  const me = await ask(context.deps.engine, context.who, whoAmI, {})
  if (!me.ok) return me
  const coach = requireCoach(me.value)
  if (!coach.ok) return coach
  const email = readEmailAddress(word.text)
  if (!email.ok) return email
  const { person, mayLook } = await findPersonByEmail(context.client, context.teamId, email.value.address)
  if (!mayLook)
    return misuse('Astral may not read addresses in this Slack. Type @ and pick them from the list.')
  return person ? ok(person) : refuse({ code: 'person-unknown' })
}
