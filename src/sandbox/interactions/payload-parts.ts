import { SlackError } from '../slack-error.ts'
import type { Channel, Member } from '../workspace.ts'
import type { World } from '../world.ts'

/** A person who can do something in a client. Throws when there is none such. */
export function requireActor(world: World, id: string): Member {
  const person = world.space.people.get(id)
  if (!person) throw new SlackError('user_not_found')
  if (person.isDeactivated) throw new SlackError('account_inactive')
  if (person.isBot) throw new SlackError('user_is_bot')
  return person
}

/** The head that all interaction payloads share. */
export function interactionHead(world: World, person: Member): Record<string, unknown> {
  const { space, app } = world
  return {
    team: { id: space.team.id, domain: space.team.domain },
    user: { id: person.id, username: person.name, name: person.name, team_id: person.teamId },
    api_app_id: app.id,
    token: 'verification',
    enterprise: null,
    is_enterprise_install: false,
  }
}

export function channelName(channel: Channel): string {
  if (channel.kind === 'im') return 'directmessage'
  return channel.kind === 'private' ? 'privategroup' : channel.name
}

/** Seconds with microseconds, as Slack's `action_ts`. */
export function actionTs(world: World): string {
  return world.space.nextTs()
}

/** A conversation the person can see: theirs, and public ones unless they are a guest or from elsewhere. */
export function channelSeenBy(world: World, person: Member, id: string): Channel {
  const channel = world.space.channels.get(id)
  const isOpen = channel?.kind === 'channel' && !person.isGuest && person.teamId === world.space.team.id
  if (!channel || !(channel.members.has(person.id) || isOpen)) throw new SlackError('channel_not_found')
  return channel
}
