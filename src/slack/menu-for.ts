import { isCoach } from '#domain/organization/policy.ts'
import { ask } from '#usecases/ask.ts'
import { whoAmI } from '#usecases/organization/who-am-i.ts'
import { menu } from '#views/menu.ts'
import type { Message } from '#views/message.ts'
import type { SlackContext } from './kit/context.ts'

/** The short menu with the buttons that are of use to whoever asked. */
export async function menuFor(context: SlackContext): Promise<Message> {
  const me = await ask(context.deps.engine, context.who, whoAmI, {})
  const member = me.ok && me.value.kind === 'member' ? me.value : null
  return menu({
    isMember: member !== null,
    runs: member?.roles.has('athlete') ?? false,
    coaches: member !== null && isCoach(member),
  })
}
