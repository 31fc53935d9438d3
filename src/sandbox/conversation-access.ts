import { SlackError } from './slack-error.ts'
import { requireScope } from './web-api/method.ts'
import { type Channel, directMessage, type Member, partnerOf, type StoredMessage } from './workspace.ts'
import type { World } from './world.ts'

/** A conversation the bot can see: public ones, and private ones and direct messages it is in. */
export function visibleChannel(world: World, id: string): Channel {
  const channel = world.space.channels.get(id)
  const isVisible = channel && (channel.kind === 'channel' || channel.members.has(world.app.botUserId))
  if (!isVisible) throw new SlackError('channel_not_found')
  return channel
}

const READ_SCOPE = { channel: 'channels:read', private: 'groups:read', im: 'im:read' } as const
const HISTORY_SCOPE = { channel: 'channels:history', private: 'groups:history', im: 'im:history' } as const

export function requireReadScope(world: World, kind: Channel['kind']): void {
  requireScope(world, READ_SCOPE[kind])
}

export function requireHistoryScope(world: World, kind: Channel['kind']): void {
  requireScope(world, HISTORY_SCOPE[kind])
}

export function requireMember(world: World, channel: Channel): void {
  if (!channel.members.has(world.app.botUserId)) throw new SlackError('not_in_channel')
}

/** The conversation a message goes to; a person's id means the direct message with them. */
export function postableChannel(world: World, id: string): Channel {
  const channel = /^[UW]/.test(id)
    ? directMessage(
        world.space,
        world.app.botUserId,
        reachablePerson(world, id, 'account_inactive').id,
        world.now(),
      )
    : visibleChannel(world, id)
  if (channel.isArchived) throw new SlackError('is_archived')
  if (channel.kind === 'im') {
    if (world.app.manifest.features?.app_home?.messages_tab_enabled !== true) {
      throw new SlackError('messages_tab_disabled')
    }
    reachablePerson(world, partnerOf(channel, world.app.botUserId), 'account_inactive')
  }
  if (!channel.members.has(world.app.botUserId)) {
    const mayAnyway = channel.kind === 'channel' && world.app.scopes.has('chat:write.public')
    if (!mayAnyway) throw new SlackError('not_in_channel')
  }
  return channel
}

/** A person to whom a bot can write. Throws `user_not_found`, `cannot_dm_bot` or the code for deactivated people. */
export function reachablePerson(world: World, id: string, whenInactive: string): Member {
  const person = world.space.people.get(id)
  if (!person) throw new SlackError(/^[UW]/.test(id) ? 'user_not_found' : 'channel_not_found')
  if (person.isBot) throw new SlackError('cannot_dm_bot')
  if (person.isDeactivated) throw new SlackError(whenInactive)
  return person
}

/** The message a thread hangs on. */
export function requireParent(channel: Channel, threadTs: string): StoredMessage {
  const parent = channel.messages.find(each => each.ts === threadTs && each.ephemeralFor === null)
  if (!parent) throw new SlackError('thread_not_found')
  if (parent.threadTs !== null && parent.threadTs !== parent.ts)
    throw new SlackError('cannot_reply_to_message')
  return parent
}

/** One message a second a conversation, without a burst: Slack promises no more. */
export function takePostingTurn(world: World, channel: Channel): void {
  const turn = world.pace.take(`post:${channel.id}`, 1, 1)
  if (!turn.ok) throw new SlackError('ratelimited', [], { retryAfter: turn.retryAfter })
}
