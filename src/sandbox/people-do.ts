import { emit, eventTs } from './events.ts'
import { addFile, mimetypeOf } from './files.ts'
import { channelSeenBy } from './interactions/payload-parts.ts'
import { runCommand } from './interactions/run-command.ts'
import { withMentions } from './interactions/typed-text.ts'
import { post } from './post.ts'
import { addReaction, removeReaction } from './reactions.ts'
import { SlackError } from './slack-error.ts'
import { shared } from './web-api/files.ts'
import { viewObject } from './wire/view-object.ts'
import { type Channel, directMessage, findMessage, type Member } from './workspace.ts'
import type { World } from './world.ts'

/** A conversation the person may write in now. */
function writable(world: World, person: Member, channelId: string): Channel {
  const channel = channelSeenBy(world, person, channelId)
  if (channel.isArchived) throw new SlackError('is_archived', ['This channel is archived.'])
  if (!channel.members.has(person.id)) throw new SlackError('not_in_channel', ['Join the channel first.'])
  return channel
}

/** Direct messages to the app need its Messages tab, open for writing. */
function requireOpenMessagesTab(world: World, channel: Channel): void {
  if (channel.kind !== 'im' || !channel.members.has(world.app.botUserId)) return
  const home = world.app.manifest.features?.app_home
  if (home?.messages_tab_enabled !== true || home.messages_tab_read_only_enabled === true) {
    throw new SlackError('messages_tab_disabled', ['Sending messages to this app has been turned off.'])
  }
}

/** Types into the composer: a message, or a slash command. */
export async function type(
  world: World,
  person: Member,
  channelId: string,
  text: string,
  threadTs?: string,
): Promise<void> {
  const channel = writable(world, person, channelId)
  if (text.trim() === '') throw new SlackError('no_text', ['There is nothing to send.'])
  if (text.startsWith('/')) {
    const [command = '/'] = text.split(/\s/, 1)
    if (threadTs !== undefined) {
      throw new SlackError('not_in_threads', [`${command} is not supported in threads. Sorry!`])
    }
    return runCommand(world, person, channel, text)
  }
  requireOpenMessagesTab(world, channel)
  if (threadTs !== undefined && !findMessage(channel, threadTs)) throw new SlackError('thread_not_found')
  post(world, channel, {
    authorId: person.id,
    text: withMentions(world, text, false),
    threadTs: threadTs ?? null,
  })
}

/** Opens the app's Home or Messages tab; each opening is an event. */
export function openHome(world: World, person: Member, tab: 'home' | 'messages'): void {
  const features = world.app.manifest.features?.app_home
  const isEnabled = tab === 'home' ? features?.home_tab_enabled : features?.messages_tab_enabled
  if (isEnabled !== true) throw new SlackError('not_enabled', [`This app has no ${tab} tab.`])
  if (person.teamId !== world.space.team.id)
    throw new SlackError('not_enabled', ['This app belongs to another workspace.'])
  const channel = directMessage(world.space, person.id, world.app.botUserId, world.now())
  const home = world.space.homes.get(person.id)
  emit(world, {
    type: 'app_home_opened',
    user: person.id,
    channel: channel.id,
    tab,
    ...(tab === 'home' && home && { view: viewObject(world, home) }),
    event_ts: eventTs(world),
  })
  world.changes.changed()
}

/** Drops files into a conversation: at once ready, as a person sees them only when they are. */
export function dropFiles(
  world: World,
  person: Member,
  channelId: string,
  dropped: readonly { name: string; bytes: Uint8Array }[],
  text = '',
): void {
  const channel = writable(world, person, channelId)
  requireOpenMessagesTab(world, channel)
  if (dropped.length === 0) throw new SlackError('no_file_data', ['There is no file.'])
  if (dropped.some(({ bytes }) => bytes.length === 0))
    throw new SlackError('no_file_data', ['The file is empty.'])
  const files = dropped.map(({ name, bytes }) => {
    const file = addFile(world.space, {
      name,
      ownerId: person.id,
      length: bytes.length,
      uploadKey: '',
      at: world.now(),
    })
    return Object.assign(file, { bytes, mimetype: mimetypeOf(name, bytes), readyAt: world.now() })
  })
  for (const file of files) shared(world, file, channel)
  post(world, channel, {
    authorId: person.id,
    text: withMentions(world, text, false),
    fileIds: files.map(file => file.id),
  })
}

/** Adds the person's reaction, or takes it back. */
export function react(world: World, person: Member, channelId: string, ts: string, name: string): void {
  const channel = writable(world, person, channelId)
  const message = findMessage(channel, ts)
  if (!message || message.ephemeralFor !== null) throw new SlackError('message_not_found')
  const isThere = message.reactions.get(name)?.includes(person.id)
  if (isThere) removeReaction(world, channel, message, person.id, name)
  else addReaction(world, channel, message, person.id, name)
}
