import { takePostingTurn } from './conversation-access.ts'
import { content, draftOf } from './draft.ts'
import { post, postAsApp, remove, rewrite } from './post.ts'
import type { ResponseTarget } from './response-url.ts'
import { SlackError } from './slack-error.ts'
import { boolean, optional, pattern, readArguments, timestamp } from './web-api/arguments.ts'
import { type Channel, findMessage, type StoredMessage } from './workspace.ts'
import type { World } from './world.ts'

const ARGUMENTS = {
  ...content,
  response_type: optional(pattern(/^(ephemeral|in_channel)$/, 'one of ephemeral, in_channel')),
  replace_original: optional(boolean),
  delete_original: optional(boolean),
  thread_ts: optional(timestamp),
  link_names: optional(boolean),
  mrkdwn: optional(boolean),
  parse: optional(pattern(/^(none|full)$/, 'one of none, full')),
  unfurl_links: optional(boolean),
  unfurl_media: optional(boolean),
}

function refuse(message: string): never {
  throw new SlackError('invalid_arguments', [`[ERROR] ${message}`])
}

/** What the app says through a response_url or in an acknowledgement of a command. Throws Slack's refusals. */
export function respond(world: World, target: ResponseTarget, raw: Readonly<Record<string, unknown>>): void {
  const { values: args, problems } = readArguments(ARGUMENTS, raw)
  if (problems.length > 0) throw new SlackError('invalid_arguments', problems)
  const channel = world.space.channels.get(target.channelId)
  if (!channel) throw new SlackError('channel_not_found')
  if (args.delete_original) {
    deleteOriginal(world, channel, target, raw)
    return
  }
  const draft = draftOf(world, args)
  if (args.replace_original) {
    if (!target.original) refuse('replace_original needs an original message: a command has none')
    if (target.original.isEphemeral && args.response_type === 'in_channel') {
      refuse('an ephemeral message cannot become in_channel')
    }
    const original = originalOf(channel, target)
    if (original) {
      rewrite(world, channel, original, draft)
      return
    }
  }
  const isPublic = args.response_type === 'in_channel'
  if (isPublic) takePostingTurn(world, channel)
  postAsApp(world, channel, draft, {
    ephemeralFor: isPublic ? null : target.userId,
    threadTs: args.thread_ts ?? target.threadTs,
    linkNames: args.link_names === true,
  })
}

function deleteOriginal(
  world: World,
  channel: Channel,
  target: ResponseTarget,
  raw: Readonly<Record<string, unknown>>,
): void {
  if (!target.original) refuse('delete_original needs an original message: a command has none')
  if (raw.text || raw.blocks || raw.attachments) refuse('delete_original must come alone')
  const original = originalOf(channel, target)
  if (original) remove(world, channel, original)
}

function originalOf(channel: Channel, target: ResponseTarget): StoredMessage | undefined {
  return target.original ? findMessage(channel, target.original.ts) : undefined
}

/** An in_channel answer to a command shows the command to everybody. */
export function revealCommand(world: World, target: ResponseTarget, typed: string): void {
  const channel = world.space.channels.get(target.channelId)
  if (channel) post(world, channel, { authorId: target.userId, text: typed })
}
