import { SLACK_LIMITS } from '#kernel/slack-limits.ts'
import { postableChannel, requireParent, takePostingTurn, visibleChannel } from '../conversation-access.ts'
import { content, draftOf } from '../draft.ts'
import { postAsApp, remove, rewrite } from '../post.ts'
import { SlackError } from '../slack-error.ts'
import { messageObject } from '../wire/message-object.ts'
import { type Channel, findMessage, type StoredMessage } from '../workspace.ts'
import type { World } from '../world.ts'
import { boolean, optional, pattern, required, string, timestamp } from './arguments.ts'
import { method, requireScope, TIER } from './method.ts'

const display = {
  as_user: optional(boolean),
  icon_emoji: optional(string),
  icon_url: optional(string),
  username: optional(string),
}

const manner = {
  link_names: optional(boolean),
  parse: optional(pattern(/^(none|full)$/, 'one of none, full')),
  thread_ts: optional(timestamp),
}

function requireOwnFace(
  world: World,
  face: { icon_emoji?: unknown; icon_url?: unknown; username?: unknown },
): void {
  const isOther = face.icon_emoji !== undefined || face.icon_url !== undefined || face.username !== undefined
  if (isOther) requireScope(world, 'chat:write.customize')
}

const postMessage = method({
  name: 'chat.postMessage',
  scopes: ['chat:write'],
  perMinute: 300,
  args: {
    channel: required(string),
    ...content,
    ...display,
    ...manner,
    mrkdwn: optional(boolean),
    reply_broadcast: optional(boolean),
    unfurl_links: optional(boolean),
    unfurl_media: optional(boolean),
  },
  run(world, args) {
    requireOwnFace(world, args)
    const channel = postableChannel(world, args.channel)
    if (args.thread_ts !== undefined) requireParent(channel, args.thread_ts)
    const draft = draftOf(world, args)
    takePostingTurn(world, channel)
    const message = postAsApp(world, channel, draft, {
      threadTs: args.thread_ts ?? null,
      linkNames: args.link_names === true || args.parse === 'full',
    })
    return {
      channel: channel.id,
      ts: message.ts,
      message: messageObject(world, channel, message),
      warnings: draft.warnings,
    }
  },
})

const update = method({
  name: 'chat.update',
  scopes: ['chat:write'],
  perMinute: TIER.three,
  args: {
    channel: required(pattern(/^[CDG]/, 'the id of a conversation')),
    ts: required(timestamp),
    ...content,
    as_user: optional(boolean),
    link_names: manner.link_names,
    parse: manner.parse,
    reply_broadcast: optional(boolean),
  },
  run(world, args) {
    const channel = visibleChannel(world, args.channel)
    const message = ownMessage(world, channel, args.ts, 'cant_update_message')
    if (channel.isArchived) throw new SlackError('is_archived')
    if ((args.text ?? '').length > SLACK_LIMITS.message.update_text) throw new SlackError('msg_too_long')
    const isOnlyMetadata = args.metadata !== undefined && !args.text && !args.blocks && !args.attachments
    const draft = draftOf(world, isOnlyMetadata ? { ...kept(message), metadata: args.metadata } : args)
    rewrite(world, channel, message, draft)
    return {
      channel: channel.id,
      ts: message.ts,
      text: message.text,
      message: messageObject(world, channel, message),
      warnings: draft.warnings,
    }
  },
})

function kept({ text, blocks, attachments }: StoredMessage) {
  return { text, blocks, attachments }
}

const deleteMessage = method({
  name: 'chat.delete',
  scopes: ['chat:write'],
  perMinute: TIER.three,
  args: { channel: required(string), ts: required(timestamp), as_user: optional(boolean) },
  run(world, { channel: id, ts }) {
    const channel = visibleChannel(world, id)
    remove(world, channel, ownMessage(world, channel, ts, 'cant_delete_message'))
    return { channel: channel.id, ts }
  },
})

/** Ephemeral messages are not found: only a click's response_url reaches them. */
function ownMessage(world: World, channel: Channel, ts: string, refusal: string): StoredMessage {
  const message = findMessage(channel, ts)
  if (!message || message.ephemeralFor !== null) throw new SlackError('message_not_found')
  if (message.botId !== world.app.botId) throw new SlackError(refusal)
  return message
}

const postEphemeral = method({
  name: 'chat.postEphemeral',
  scopes: ['chat:write'],
  perMinute: TIER.four,
  args: {
    channel: required(string),
    user: required(string),
    text: content.text,
    blocks: content.blocks,
    attachments: content.attachments,
    markdown_text: content.markdown_text,
    ...display,
    ...manner,
  },
  run(world, args) {
    requireOwnFace(world, args)
    const channel = postableChannel(world, args.channel)
    const person = world.space.people.get(args.user)
    if (!person) throw new SlackError('user_not_found')
    if (!channel.members.has(person.id) || person.isDeactivated) throw new SlackError('user_not_in_channel')
    if (args.thread_ts !== undefined) requireParent(channel, args.thread_ts)
    const draft = draftOf(world, args)
    const message = postAsApp(world, channel, draft, {
      ephemeralFor: person.id,
      threadTs: args.thread_ts ?? null,
    })
    return { message_ts: message.ts, warnings: draft.warnings }
  },
})

const getPermalink = method({
  name: 'chat.getPermalink',
  perMinute: TIER.special,
  args: { channel: required(string), message_ts: required(timestamp) },
  run(world, { channel: id, message_ts: ts }) {
    const channel = visibleChannel(world, id)
    const message = findMessage(channel, ts)
    if (!message || message.ephemeralFor !== null) throw new SlackError('message_not_found')
    const base = `https://${world.space.team.domain}.slack.com/archives/${channel.id}/p${ts.replace('.', '')}`
    const thread = message.threadTs ? `?thread_ts=${message.threadTs}&cid=${channel.id}` : ''
    return { channel: channel.id, permalink: base + thread }
  },
})

export const CHAT_METHODS = [postMessage, update, deleteMessage, postEphemeral, getPermalink]
