import { randomBytes } from 'node:crypto'
import { SLACK_LIMITS } from '#kernel/slack-limits.ts'
import { isDict } from '../block-kit/check.ts'
import { postableChannel, requireParent, takePostingTurn } from '../conversation-access.ts'
import { draftOf } from '../draft.ts'
import { emit, eventTs } from '../events.ts'
import { addFile, mayBotRead, mimetypeOf } from '../files.ts'
import { postAsApp } from '../post.ts'
import { SlackError } from '../slack-error.ts'
import { fileObject } from '../wire/file-object.ts'
import type { Channel, StoredFile } from '../workspace.ts'
import type { World } from '../world.ts'
import { json, names, optional, required, string, stringUpTo, timestamp, wholeNumber } from './arguments.ts'
import { method, TIER } from './method.ts'

const getUploadUrl = method({
  name: 'files.getUploadURLExternal',
  scopes: ['files:write'],
  perMinute: TIER.four,
  args: {
    filename: required(string),
    length: required(wholeNumber),
    alt_txt: optional(stringUpTo(SLACK_LIMITS.files.alt_txt_at_upload)),
    snippet_type: optional(string),
  },
  run(world, { filename, length }) {
    if (length <= 0) {
      throw new SlackError('invalid_arguments', ['[ERROR] must be greater than 0 [json-pointer:/length]'])
    }
    const stored = [...world.space.files.values()].reduce((sum, file) => sum + file.length, 0)
    if (stored + length > world.storageBytes) throw new SlackError('storage_limit_reached')
    const file = addFile(world.space, {
      name: filename,
      ownerId: world.app.botUserId,
      length,
      uploadKey: randomBytes(18).toString('base64url'),
      at: world.now(),
    })
    return { upload_url: `${world.origin()}/upload/${file.id}/${file.uploadKey}`, file_id: file.id }
  },
})

const complete = method({
  name: 'files.completeUploadExternal',
  scopes: ['files:write'],
  perMinute: TIER.four,
  args: {
    files: required(json),
    channel_id: optional(string),
    channels: optional(names),
    thread_ts: optional(timestamp),
    initial_comment: optional(string),
    blocks: optional(json),
  },
  run(world, args) {
    const uploads = uploadsOf(world, args.files)
    const ids = [...new Set([...(args.channel_id ? [args.channel_id] : []), ...(args.channels ?? [])])]
    const channels = ids.map(id => postableChannel(world, id))
    if (args.thread_ts !== undefined) {
      for (const channel of channels) requireParent(channel, args.thread_ts)
    }
    const hasWords = Boolean(args.initial_comment) || args.blocks !== undefined
    const draft = hasWords
      ? draftOf(world, { text: args.initial_comment, blocks: args.blocks })
      : { text: '', blocks: [], attachments: [], metadata: null, warnings: [] }
    for (const channel of channels) takePostingTurn(world, channel)
    for (const { file, title } of uploads) completed(world, file, title)
    for (const channel of channels) {
      for (const { file } of uploads) shared(world, file, channel)
      const fileIds = uploads.map(({ file }) => file.id)
      postAsApp(world, channel, draft, { fileIds, threadTs: args.thread_ts ?? null })
    }
    return { files: uploads.map(({ file }) => ({ id: file.id, title: file.title })) }
  },
})

function uploadsOf(world: World, files: unknown): { file: StoredFile; title: string | undefined }[] {
  if (!Array.isArray(files) || files.length === 0) {
    throw new SlackError('invalid_arguments', ['[ERROR] must be a list of files [json-pointer:/files]'])
  }
  return files.map((each: unknown, index) => {
    const known = ['id', 'title', 'highlight_type']
    const isFine =
      isDict(each) &&
      typeof each.id === 'string' &&
      Object.entries(each).every(([name, value]) => known.includes(name) && typeof value === 'string')
    if (!isFine) {
      throw new SlackError('invalid_arguments', [
        `[ERROR] must be {id, title} [json-pointer:/files/${index}]`,
      ])
    }
    const file = world.space.files.get(String(each.id))
    // Not uploaded, completed before, or somebody else's: all the same to Slack.
    if (!file?.bytes || file.readyAt !== null || file.ownerId !== world.app.botUserId) {
      throw new SlackError('file_not_found')
    }
    return { file, title: typeof each.title === 'string' ? each.title : undefined }
  })
}

function completed(world: World, file: StoredFile, title: string | undefined): void {
  file.title = title ?? file.name
  file.mimetype = mimetypeOf(file.name, file.bytes ?? new Uint8Array())
  file.readyAt = world.now() + world.timing.fileProcessingMs
}

/** Notes that a conversation holds the file, and tells the app where it is a member. */
export function shared(world: World, file: StoredFile, channel: Channel): void {
  file.channels.add(channel.id)
  if (!channel.members.has(world.app.botUserId)) return
  emit(world, {
    type: 'file_shared',
    channel_id: channel.id,
    file_id: file.id,
    user_id: file.ownerId,
    file: { id: file.id },
    event_ts: eventTs(world),
  })
}

function readableFile(world: World, id: string): StoredFile {
  const file = world.space.files.get(id)
  if (!file || file.readyAt === null || !mayBotRead(world, file)) throw new SlackError('file_not_found')
  return file
}

const info = method({
  name: 'files.info',
  scopes: ['files:read'],
  perMinute: TIER.four,
  args: { file: required(string), cursor: optional(string), limit: optional(wholeNumber) },
  run(world, { file: id }) {
    const file = readableFile(world, id)
    return { file: fileObject(world, file), comments: [], response_metadata: { next_cursor: '' } }
  },
})

const remove = method({
  name: 'files.delete',
  scopes: ['files:write'],
  perMinute: TIER.three,
  args: { file: required(string) },
  run(world, { file: id }) {
    const file = readableFile(world, id)
    if (file.ownerId !== world.app.botUserId) throw new SlackError('cant_delete_file')
    world.space.files.delete(file.id)
    world.changes.changed()
    return {}
  },
})

export const FILE_METHODS = [getUploadUrl, complete, info, remove]
