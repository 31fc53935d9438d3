import { reachablePerson, requireReadScope, visibleChannel } from '../conversation-access.ts'
import { joined } from '../membership.ts'
import { SlackError } from '../slack-error.ts'
import { channelObject } from '../wire/channel-object.ts'
import { type Channel, directMessage } from '../workspace.ts'
import type { World } from '../world.ts'
import { boolean, names, optional, required, string } from './arguments.ts'
import { method, requireScope, TIER } from './method.ts'
import { pageOf, paging } from './page-of.ts'

const info = method({
  name: 'conversations.info',
  perMinute: TIER.three,
  args: {
    channel: required(string),
    include_locale: optional(boolean),
    include_num_members: optional(boolean),
  },
  run(world, { channel: id, include_num_members: withCount }) {
    requireScope(world, 'channels:read', 'groups:read', 'im:read')
    const channel = visibleChannel(world, id)
    requireReadScope(world, channel.kind)
    const { num_members: count, ...rest } = channelObject(world, channel)
    return { channel: { ...rest, ...(withCount && { num_members: count }) } }
  },
})

const KINDS: Readonly<Record<string, Channel['kind'] | 'mpim'>> = {
  public_channel: 'channel',
  private_channel: 'private',
  im: 'im',
  mpim: 'mpim',
}

function wantedKinds(world: World, types: readonly string[] | undefined): Set<string> {
  const kinds = new Set<string>()
  for (const type of types ?? ['public_channel']) {
    const kind = KINDS[type]
    if (!kind) throw new SlackError('invalid_types')
    if (kind === 'mpim') requireScope(world, 'mpim:read')
    else requireReadScope(world, kind)
    kinds.add(kind)
  }
  return kinds
}

function chosen(
  world: World,
  args: { types?: string[] | undefined; exclude_archived?: boolean | undefined },
): Channel[] {
  const kinds = wantedKinds(world, args.types)
  return [...world.space.channels.values()].filter(channel => {
    const isVisible = channel.kind === 'channel' || channel.members.has(world.app.botUserId)
    return isVisible && kinds.has(channel.kind) && !(args.exclude_archived && channel.isArchived)
  })
}

const list = method({
  name: 'conversations.list',
  perMinute: TIER.two,
  args: { ...paging, types: optional(names), exclude_archived: optional(boolean) },
  run(world, args) {
    const { page, ...rest } = pageOf(chosen(world, args), args)
    return { channels: page.map(each => channelObject(world, each)), ...rest }
  },
})

const ofPerson = method({
  name: 'users.conversations',
  perMinute: TIER.two,
  args: { ...paging, types: optional(names), exclude_archived: optional(boolean), user: optional(string) },
  run(world, args) {
    const person = args.user ?? world.app.botUserId
    if (!world.space.people.has(person)) throw new SlackError('user_not_found')
    const theirs = chosen(world, args).filter(channel => channel.members.has(person))
    const { page, ...rest } = pageOf(theirs, args)
    return { channels: page.map(each => channelObject(world, each)), ...rest }
  },
})

const members = method({
  name: 'conversations.members',
  perMinute: TIER.four,
  args: { ...paging, channel: required(string) },
  run(world, args) {
    const channel = visibleChannel(world, args.channel)
    requireReadScope(world, channel.kind)
    const { page, ...rest } = pageOf([...channel.members], args)
    return { members: page, ...rest }
  },
})

const join = method({
  name: 'conversations.join',
  scopes: ['channels:join'],
  perMinute: TIER.three,
  args: { channel: required(string) },
  run(world, { channel: id }) {
    const channel = visibleChannel(world, id)
    if (channel.kind !== 'channel') throw new SlackError('method_not_supported_for_channel_type')
    if (channel.isArchived) throw new SlackError('is_archived')
    const isAlready = channel.members.has(world.app.botUserId)
    if (!isAlready) joined(world, channel, world.app.botUserId)
    return { channel: channelObject(world, channel), warnings: isAlready ? ['already_in_channel'] : [] }
  },
})

const open = method({
  name: 'conversations.open',
  scopes: ['im:write'],
  perMinute: TIER.three,
  args: {
    users: optional(names),
    channel: optional(string),
    return_im: optional(boolean),
    prevent_creation: optional(boolean),
  },
  run(world, args) {
    const channel =
      args.channel !== undefined ? visibleChannel(world, args.channel) : openWith(world, args.users)
    if (channel.kind !== 'im') throw new SlackError('method_not_supported_for_channel_type')
    return {
      no_op: false,
      already_open: false,
      channel: args.return_im ? channelObject(world, channel) : { id: channel.id },
    }
  },
})

function openWith(world: World, users: readonly string[] | undefined): Channel {
  const [first, ...others] = users ?? []
  if (!first) throw new SlackError('users_list_not_supplied')
  // Groups of people need a scope of their own, which this stand-in has no use for.
  if (others.length > 0) throw new SlackError('missing_scope', [], { needed: 'mpim:write', provided: '' })
  const person = reachablePerson(world, first, 'user_disabled')
  return directMessage(world.space, world.app.botUserId, person.id, world.now())
}

export const CONVERSATION_METHODS = [info, list, ofPerson, members, join, open]
