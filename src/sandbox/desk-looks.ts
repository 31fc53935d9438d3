import type { Conversation, FileInMessage, Message, Person, View } from './desk.ts'
import { channelSeenBy } from './interactions/payload-parts.ts'
import type { Channel, Member, StoredFile, StoredMessage, StoredView } from './workspace.ts'
import { partnerOf } from './workspace.ts'
import type { World } from './world.ts'

/** What people see: the workspace's state in the desk's words. */

export function personOf({ updatedAt: _at, ...person }: Member): Person {
  return person
}

export function conversationsSeenBy(world: World, person: Member): Conversation[] {
  return [...world.space.channels.values()]
    .filter(channel => isSeen(world, person, channel))
    .map(channel => conversationOf(world, person, channel))
}

function isSeen(world: World, person: Member, channel: Channel): boolean {
  if (channel.members.has(person.id)) return true
  return channel.kind === 'channel' && !person.isGuest && person.teamId === world.space.team.id
}

function conversationOf(world: World, person: Member, channel: Channel): Conversation {
  const lastRead = channel.lastRead.get(person.id) ?? ''
  const isUnread = (message: StoredMessage) =>
    message.ts > lastRead && message.authorId !== person.id && isFor(message, person.id) && !isReply(message)
  return {
    id: channel.id,
    name: channel.name,
    kind: channel.kind,
    partnerId: channel.kind === 'im' ? partnerOf(channel, person.id) : null,
    isArchived: channel.isArchived,
    isMember: channel.members.has(person.id),
    appIsMember: channel.members.has(world.app.botUserId),
    topic: channel.topic,
    unread: channel.members.has(person.id) ? channel.messages.filter(isUnread).length : 0,
  }
}

function isFor(message: StoredMessage, personId: string): boolean {
  return message.ephemeralFor === null || message.ephemeralFor === personId
}

function isReply(message: StoredMessage): boolean {
  return message.threadTs !== null && message.threadTs !== message.ts
}

export function messagesSeenBy(
  world: World,
  person: Member,
  channelId: string,
  threadTs?: string,
): Message[] {
  const channel = channelSeenBy(world, person, channelId)
  const replyCounts = new Map<string, number>()
  for (const each of channel.messages) {
    if (each.threadTs === null || !isReply(each) || each.ephemeralFor !== null) continue
    replyCounts.set(each.threadTs, (replyCounts.get(each.threadTs) ?? 0) + 1)
  }
  return channel.messages
    .filter(each => isFor(each, person.id))
    .filter(each =>
      threadTs === undefined ? !isReply(each) : each.ts === threadTs || each.threadTs === threadTs,
    )
    .map(each => messageOf(world, channel, each, replyCounts.get(each.ts) ?? 0))
}

function messageOf(world: World, channel: Channel, message: StoredMessage, replyCount: number): Message {
  return {
    channel: channel.id,
    ts: message.ts,
    threadTs: message.threadTs,
    authorId: message.authorId,
    text: message.text,
    blocks: message.blocks,
    files: message.fileIds
      .map(id => world.space.files.get(id))
      .filter(file => file !== undefined)
      .map(fileInMessage),
    reactions: [...message.reactions].map(([name, userIds]) => ({ name, userIds })),
    replyCount,
    isEdited: message.isEdited,
    ephemeralFor: message.ephemeralFor,
    pings: message.pings,
  }
}

function fileInMessage(file: StoredFile): FileInMessage {
  return {
    id: file.id,
    name: file.name,
    title: file.title,
    mimetype: file.mimetype,
    bytes: file.length,
    path: `/files/${file.id}`,
  }
}

export function viewOf(view: StoredView): View {
  return {
    id: view.id,
    type: view.type,
    callbackId: view.callbackId,
    title: words(view.title) ?? '',
    submit: words(view.submit),
    close: words(view.close),
    blocks: view.blocks,
    hash: view.hash,
    errors: view.errors,
    isBusy: view.isBusy,
  }
}

function words(text: Record<string, unknown> | null): string | null {
  return typeof text?.text === 'string' ? text.text : null
}
