import type { Desk } from './desk.ts'
import { personOf } from './desk-looks.ts'
import { emitArchived, emitChannelCreated, emitTeamJoin, emitUserChange } from './events-of-people.ts'
import { requireActor } from './interactions/payload-parts.ts'
import { joined, left } from './membership.ts'
import { SlackError } from './slack-error.ts'
import { addMember, type Channel, newChannel } from './workspace.ts'
import type { World } from './world.ts'

type Administration = Pick<
  Desk,
  'addPerson' | 'setDeactivated' | 'createChannel' | 'joinChannel' | 'leaveChannel' | 'archiveChannel'
>

/** People and channels come, change and go; the app hears of it as Slack would tell it. */
export function administration(world: World): Administration {
  const { space, changes } = world
  const channelNamed = (id: string): Channel => {
    const channel = space.channels.get(id)
    if (!channel) throw new SlackError('channel_not_found')
    return channel
  }
  return {
    async addPerson(person) {
      const member = addMember(space, { id: space.newId('U'), ...person }, world.now())
      emitTeamJoin(world, member)
      changes.changed()
      return personOf(member)
    },
    async setDeactivated(id, isDeactivated) {
      const member = space.people.get(id)
      if (!member) throw new SlackError('user_not_found')
      Object.assign(member, { isDeactivated, updatedAt: world.now() })
      if (isDeactivated) space.stacks.delete(id)
      emitUserChange(world, member)
      changes.changed()
    },
    createChannel(as, name, isPrivate = false) {
      if ([...space.channels.values()].some(each => each.name === name)) throw new SlackError('name_taken')
      const creator = requireActor(world, as)
      const kind = isPrivate ? 'private' : 'channel'
      const channel = newChannel(space.newId('C'), name, kind, [creator.id], world.now())
      space.channels.set(channel.id, channel)
      emitChannelCreated(world, channel)
      changes.changed()
      return channel.id
    },
    async joinChannel(id, channelId) {
      const channel = channelNamed(channelId)
      if (!space.people.has(id)) throw new SlackError('user_not_found')
      if (channel.kind === 'im') throw new SlackError('method_not_supported_for_channel_type')
      joined(world, channel, id)
    },
    async leaveChannel(id, channelId) {
      left(world, channelNamed(channelId), id)
    },
    async archiveChannel(channelId) {
      const channel = channelNamed(channelId)
      channel.isArchived = true
      emitArchived(world, channel, channel.creatorId)
      changes.changed()
    },
  }
}
