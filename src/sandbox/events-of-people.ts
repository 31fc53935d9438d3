import { emit, eventTs } from './events.ts'
import { userObject } from './wire/user-object.ts'
import type { Channel, Member } from './workspace.ts'
import type { World } from './world.ts'

export function emitTeamJoin(world: World, person: Member): void {
  emit(world, {
    type: 'team_join',
    user: userObject(world, person),
    cache_ts: seconds(world),
    event_ts: eventTs(world),
  })
}

export function emitUserChange(world: World, person: Member): void {
  emit(world, {
    type: 'user_change',
    user: userObject(world, person),
    cache_ts: seconds(world),
    event_ts: eventTs(world),
  })
}

export function emitArchived(world: World, channel: Channel, by: string): void {
  // Private channels are archived in front of their members only, and under another name.
  const type = channel.kind === 'private' ? 'group_archive' : 'channel_archive'
  if (channel.kind === 'private' && !channel.members.has(world.app.botUserId)) return
  emit(world, { type, channel: channel.id, user: by, is_moved: 0, event_ts: eventTs(world) })
}

export function emitChannelCreated(world: World, channel: Channel): void {
  if (channel.kind !== 'channel') return
  emit(world, {
    type: 'channel_created',
    channel: {
      id: channel.id,
      name: channel.name,
      created: Math.floor(channel.createdAt / 1000),
      creator: channel.creatorId,
    },
    event_ts: eventTs(world),
  })
}

function seconds(world: World): number {
  return Math.floor(world.now() / 1000)
}
