import { requireMember, visibleChannel } from '../conversation-access.ts'
import { addReaction, removeReaction } from '../reactions.ts'
import { SlackError } from '../slack-error.ts'
import { messageObject } from '../wire/message-object.ts'
import { type Channel, findMessage, type StoredMessage } from '../workspace.ts'
import type { World } from '../world.ts'
import { boolean, optional, required, string, timestamp } from './arguments.ts'
import { method, TIER } from './method.ts'

const target = { channel: required(string), timestamp: required(timestamp) }

function targetOf(world: World, args: { channel: string; timestamp: string }): [Channel, StoredMessage] {
  const channel = visibleChannel(world, args.channel)
  requireMember(world, channel)
  const message = findMessage(channel, args.timestamp)
  if (!message || message.ephemeralFor !== null) throw new SlackError('message_not_found')
  return [channel, message]
}

function requireEmojiName(name: string): string {
  if (!/^[a-z0-9_+'-]+(::skin-tone-[2-6])?$/.test(name)) throw new SlackError('invalid_name')
  return name
}

const add = method({
  name: 'reactions.add',
  scopes: ['reactions:write'],
  perMinute: TIER.three,
  args: { ...target, name: required(string) },
  run(world, args) {
    const [channel, message] = targetOf(world, args)
    if (channel.isArchived) throw new SlackError('is_archived')
    addReaction(world, channel, message, world.app.botUserId, requireEmojiName(args.name))
    return {}
  },
})

const remove = method({
  name: 'reactions.remove',
  scopes: ['reactions:write'],
  perMinute: TIER.two,
  args: { ...target, name: required(string) },
  run(world, args) {
    const [channel, message] = targetOf(world, args)
    removeReaction(world, channel, message, world.app.botUserId, requireEmojiName(args.name))
    return {}
  },
})

const get = method({
  name: 'reactions.get',
  scopes: ['reactions:read'],
  perMinute: TIER.three,
  args: { ...target, full: optional(boolean) },
  run(world, args) {
    const [channel, message] = targetOf(world, args)
    return { type: 'message', channel: channel.id, message: messageObject(world, channel, message) }
  },
})

export const REACTION_METHODS = [add, remove, get]
