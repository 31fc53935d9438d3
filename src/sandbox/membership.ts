import { emit, eventTs } from './events.ts'
import type { Channel } from './workspace.ts'
import type { World } from './world.ts'

const CHANNEL_TYPE = { channel: 'C', private: 'G', im: 'D' } as const

/** Makes somebody a member; the app hears of it where it is a member, also of its own joining. */
export function joined(world: World, channel: Channel, userId: string, inviter?: string): void {
  if (channel.members.has(userId)) return
  channel.members.add(userId)
  emitMembership(world, channel, 'member_joined_channel', userId, inviter)
  world.changes.changed()
}

export function left(world: World, channel: Channel, userId: string): void {
  if (!channel.members.has(userId)) return
  emitMembership(world, channel, 'member_left_channel', userId)
  channel.members.delete(userId)
  world.changes.changed()
}

function emitMembership(
  world: World,
  channel: Channel,
  type: string,
  userId: string,
  inviter?: string,
): void {
  if (!channel.members.has(world.app.botUserId)) return
  emit(world, {
    type,
    user: userId,
    channel: channel.id,
    channel_type: CHANNEL_TYPE[channel.kind],
    team: world.space.people.get(userId)?.teamId ?? world.space.team.id,
    ...(inviter && { inviter }),
    event_ts: eventTs(world),
  })
}
