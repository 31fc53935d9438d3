import type { Channel, StoredMessage } from '../workspace.ts'
import type { World } from '../world.ts'
import { fileObject } from './file-object.ts'

/** A message as history, events and interactions carry it. */
export function messageObject(
  world: World,
  channel: Channel,
  message: StoredMessage,
): Record<string, unknown> {
  const { app, space } = world
  const files = message.fileIds.map(id => space.files.get(id)).filter(file => file !== undefined)
  const replies = channel.messages.filter(each => each.threadTs === message.ts && each.ephemeralFor === null)
  const isReply = message.threadTs !== null && message.threadTs !== message.ts
  const parent = isReply ? channel.messages.find(each => each.ts === message.threadTs) : undefined
  return {
    ...(message.botId === null
      ? { client_msg_id: `client-${message.ts}` }
      : {
          bot_id: message.botId,
          app_id: app.id,
          bot_profile: {
            id: app.botId,
            deleted: false,
            name: app.name,
            updated: 0,
            app_id: app.id,
            icons: {},
            team_id: space.team.id,
          },
        }),
    type: 'message',
    ...(message.ephemeralFor !== null && { is_ephemeral: true }),
    ...(files.length > 0 && {
      ...(message.botId === null && { subtype: 'file_share' }),
      files: files.map(file => fileObject(world, file)),
      upload: false,
    }),
    text: message.text,
    user: message.authorId,
    ts: message.ts,
    team: space.people.get(message.authorId)?.teamId ?? space.team.id,
    ...(message.blocks.length > 0 && { blocks: message.blocks }),
    ...(message.attachments.length > 0 && { attachments: message.attachments }),
    ...(isReply && { thread_ts: message.threadTs, ...(parent && { parent_user_id: parent.authorId }) }),
    ...(replies.length > 0 && {
      thread_ts: message.ts,
      reply_count: replies.length,
      reply_users_count: new Set(replies.map(each => each.authorId)).size,
      latest_reply: replies.at(-1)?.ts,
      reply_users: [...new Set(replies.map(each => each.authorId))],
      is_locked: false,
      subscribed: false,
    }),
    ...(message.reactions.size > 0 && {
      reactions: [...message.reactions].map(([name, users]) => ({ name, users, count: users.length })),
    }),
    ...(message.metadata && { metadata: message.metadata }),
  }
}
