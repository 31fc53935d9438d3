import type { Draft } from './draft.ts'
import { emit, eventTs } from './events.ts'
import { pingsIn } from './pings.ts'
import { messageObject } from './wire/message-object.ts'
import type { Channel, StoredMessage } from './workspace.ts'
import type { World } from './world.ts'

export type NewMessage = Partial<StoredMessage> & { authorId: string; text: string }

/** Adds a message to a conversation and tells the app, if it may read there. */
export function post(world: World, channel: Channel, { authorId, ...rest }: NewMessage): StoredMessage {
  const message: StoredMessage = {
    ts: world.space.nextTs(),
    threadTs: null,
    authorId,
    botId: null,
    blocks: [],
    attachments: [],
    metadata: null,
    fileIds: [],
    reactions: new Map(),
    isEdited: false,
    ephemeralFor: null,
    pings: pingsIn(rest.text, [rest.blocks, rest.attachments], false),
    ...rest,
  }
  channel.messages.push(message)
  channel.lastRead.set(authorId, message.ts)
  if (message.ephemeralFor === null) {
    const { ts } = message
    emitMessage(world, channel, { ...messageObject(world, channel, message), event_ts: ts })
  }
  world.changes.changed()
  return message
}

/** Posts what the app wrote, as the app. */
export function postAsApp(
  world: World,
  channel: Channel,
  draft: Draft,
  more: Partial<StoredMessage> & { linkNames?: boolean } = {},
): StoredMessage {
  const { linkNames = false, ...rest } = more
  const { warnings: _said, ...content } = draft
  return post(world, channel, {
    ...content,
    authorId: world.app.botUserId,
    botId: world.app.botId,
    pings: pingsIn(draft.text, [draft.blocks, draft.attachments], linkNames),
    ...rest,
  })
}

/** Puts other content into a message that stands. */
export function rewrite(world: World, channel: Channel, message: StoredMessage, draft: Draft): void {
  const before = messageObject(world, channel, message)
  const { text, blocks, attachments } = draft
  const pings = pingsIn(text, [blocks, attachments], false)
  Object.assign(message, { text, blocks, attachments, pings })
  if (draft.metadata) message.metadata = draft.metadata
  if (message.ephemeralFor === null) {
    emitMessage(world, channel, {
      type: 'message',
      subtype: 'message_changed',
      hidden: true,
      message: messageObject(world, channel, message),
      previous_message: before,
      ts: eventTs(world),
      event_ts: message.ts,
    })
  }
  world.changes.changed()
}

export function remove(world: World, channel: Channel, message: StoredMessage): void {
  const before = messageObject(world, channel, message)
  channel.messages = channel.messages.filter(each => each !== message)
  if (message.ephemeralFor === null) {
    emitMessage(world, channel, {
      type: 'message',
      subtype: 'message_deleted',
      hidden: true,
      deleted_ts: message.ts,
      previous_message: before,
      ts: eventTs(world),
      event_ts: message.ts,
    })
  }
  world.changes.changed()
}

const SUBSCRIPTION = { channel: 'message.channels', private: 'message.groups', im: 'message.im' } as const
const CHANNEL_TYPE = { channel: 'channel', private: 'group', im: 'im' } as const

function emitMessage(world: World, channel: Channel, message: Record<string, unknown>): void {
  if (!channel.members.has(world.app.botUserId)) return
  emit(
    world,
    { ...message, type: 'message', channel: channel.id, channel_type: CHANNEL_TYPE[channel.kind] },
    SUBSCRIPTION[channel.kind],
  )
}
