import { type Channel, partnerOf } from '../workspace.ts'
import type { World } from '../world.ts'

/** A conversation as the bot sees it in `conversations.info` and `.list`. */
export function channelObject(world: World, channel: Channel): Record<string, unknown> {
  const { space, app } = world
  const created = Math.floor(channel.createdAt / 1000)
  if (channel.kind === 'im') {
    const user = partnerOf(channel, app.botUserId)
    return {
      id: channel.id,
      created,
      is_archived: channel.isArchived,
      is_im: true,
      is_org_shared: false,
      context_team_id: space.team.id,
      updated: channel.createdAt,
      user,
      is_user_deleted: space.people.get(user)?.isDeactivated ?? false,
      is_open: true,
      priority: 0,
    }
  }
  const isPrivate = channel.kind === 'private'
  const isShared = [...channel.members].some(id => space.people.get(id)?.teamId !== space.team.id)
  return {
    id: channel.id,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: !isPrivate,
    is_group: isPrivate,
    is_im: false,
    is_mpim: false,
    is_private: isPrivate,
    created,
    creator: channel.creatorId,
    is_archived: channel.isArchived,
    is_general: channel.name === 'general',
    unlinked: 0,
    is_shared: isShared,
    is_org_shared: false,
    is_ext_shared: isShared,
    is_pending_ext_shared: false,
    context_team_id: space.team.id,
    updated: channel.createdAt,
    is_member: channel.members.has(app.botUserId),
    topic: { value: channel.topic, creator: channel.creatorId, last_set: created },
    purpose: { value: '', creator: '', last_set: 0 },
    previous_names: [],
    num_members: channel.members.size,
  }
}
