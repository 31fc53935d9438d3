import { readEmailAddress } from '#domain/invitation/email-address.ts'
import type { Surface } from '#domain/organization/actor.ts'
import { requireCoach } from '#domain/organization/policy.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { LocalDay } from '#kernel/instant.ts'
import { ok, type Result } from '#kernel/result.ts'
import { ask } from '#usecases/ask.ts'
import { inviteAthlete } from '#usecases/invitation/invite-athlete.ts'
import { inviteByEmail } from '#usecases/invitation/invite-by-email.ts'
import { whoAmI } from '#usecases/organization/who-am-i.ts'
import { perform } from '#usecases/perform.ts'
import type { AskedPlan } from '#usecases/plan/invited-plan.ts'
import { invitedByEmail } from '#views/email-invitation.ts'
import { athleteInvited } from '#views/invitation.ts'
import type { Message } from '#views/message.ts'
import { findPersonByEmail } from './directory.ts'
import type { SlackContext } from './kit/context.ts'

export type ByAddress = {
  address: string
  firstName: string
  groupName: string | null
  until?: LocalDay | null
  plan?: AskedPlan | null
}

/** Invites whoever has an address: in Slack at once when they are there, else by mail or by the coach's own hand. */
export async function inviteByAddress(
  context: SlackContext,
  surface: Surface,
  { address: typed, firstName, groupName, until = null, plan = null }: ByAddress,
): Promise<Result<Message, Refusal>> {
  const { engine, inviting } = context.deps
  // Whether an address is known in the workspace is for coaches: nobody else may have it looked up.
  const me = await ask(engine, context.who, whoAmI, {})
  if (!me.ok) return me
  const coach = requireCoach(me.value)
  if (!coach.ok) return coach
  const email = readEmailAddress(typed)
  if (!email.ok) return email
  const { address } = email.value
  const { person, mayLook } = await findPersonByEmail(context.client, context.teamId, address)
  const deed = { who: context.who, surface }
  if (person) {
    const sent = await perform(engine, deed, inviteAthlete, { person, groupName, via: 'email', until, plan })
    return sent.ok ? ok(athleteInvited(sent.value)) : sent
  }
  const { isMailed, publicUrl } = inviting
  const asked = { address, firstName, groupName, isMailed, until, plan }
  const sent = await perform(engine, deed, inviteByEmail, asked)
  return sent.ok ? ok(invitedByEmail(sent.value, { publicUrl, mayMatch: mayLook })) : sent
}
