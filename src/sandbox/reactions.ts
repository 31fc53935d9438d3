import { emit, eventTs } from './events.ts'
import { SlackError } from './slack-error.ts'
import type { Channel, StoredMessage } from './workspace.ts'
import type { World } from './world.ts'

export function addReaction(
  world: World,
  channel: Channel,
  message: StoredMessage,
  userId: string,
  name: string,
): void {
  const users = message.reactions.get(name) ?? []
  if (users.includes(userId)) throw new SlackError('already_reacted')
  message.reactions.set(name, [...users, userId])
  emitReaction(world, channel, message, 'reaction_added', userId, name)
}

export function removeReaction(
  world: World,
  channel: Channel,
  message: StoredMessage,
  userId: string,
  name: string,
): void {
  const users = message.reactions.get(name) ?? []
  if (!users.includes(userId)) throw new SlackError('no_reaction')
  const rest = users.filter(each => each !== userId)
  if (rest.length === 0) message.reactions.delete(name)
  else message.reactions.set(name, rest)
  emitReaction(world, channel, message, 'reaction_removed', userId, name)
}

function emitReaction(
  world: World,
  channel: Channel,
  message: StoredMessage,
  type: string,
  userId: string,
  name: string,
): void {
  world.changes.changed()
  if (!channel.members.has(world.app.botUserId)) return
  emit(world, {
    type,
    user: userId,
    reaction: name,
    item: { type: 'message', channel: channel.id, ts: message.ts },
    item_user: message.authorId,
    event_ts: eventTs(world),
  })
}
