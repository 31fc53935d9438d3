import type { AccessRefusal } from '#domain/organization/policy.ts'
import { zone } from '#kernel/instant.ts'
import { ok, type Result } from '#kernel/result.ts'
import { ask } from '#usecases/ask.ts'
import { listInvitations } from '#usecases/invitation/list-invitations.ts'
import { whoAmI } from '#usecases/organization/who-am-i.ts'
import { invitationList } from '#views/invitation-list.ts'
import type { Message } from '#views/message.ts'
import type { SlackContext } from './kit/context.ts'

/** A page of the invitations, as things stand, in the reader's zone. */
export async function invitationsMessage(
  context: SlackContext,
  offset: number,
): Promise<Result<Message, AccessRefusal>> {
  const { engine } = context.deps
  const list = await ask(engine, context.who, listInvitations, { offset })
  if (!list.ok) return list
  const me = await ask(engine, context.who, whoAmI, {})
  return ok(invitationList(list.value, me.ok && me.value.kind === 'member' ? me.value.zone : zone('UTC')))
}
