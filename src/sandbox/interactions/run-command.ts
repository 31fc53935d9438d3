import { isDict } from '../block-kit/check.ts'
import { isEmpty } from '../delivery/deliver.ts'
import { failDelivery } from '../delivery/outgoing.ts'
import { joined } from '../membership.ts'
import { respond, revealCommand } from '../respond.ts'
import type { ResponseTarget } from '../response-url.ts'
import { SlackError } from '../slack-error.ts'
import type { Channel, Member } from '../workspace.ts'
import type { World } from '../world.ts'
import { channelName } from './payload-parts.ts'
import { withMentions } from './typed-text.ts'

/** A slash command typed into the composer. Throws what Slack's client would say. */
export async function runCommand(
  world: World,
  person: Member,
  channel: Channel,
  typed: string,
): Promise<void> {
  const [, command = '', rest = ''] = /^(\/\S*)\s*([\s\S]*)$/.exec(typed.trim()) ?? []
  if (command === '/invite') return invite(world, person, channel, rest)
  const known = world.app.manifest.features?.slash_commands?.find(each => each.command === command)
  // People of another workspace do not have the app's commands.
  if (!known || person.teamId !== world.space.team.id) {
    throw new SlackError('invalid_command', [`${command} is not a valid command`])
  }
  const target: ResponseTarget = {
    channelId: channel.id,
    userId: person.id,
    original: null,
    threadTs: null,
  }
  const { answer, record } = await world.deliver({
    route: 'slash_commands',
    kind: 'command',
    summary: `${command} ${rest}`.trim(),
    acceptsPayload: true,
    payload: {
      token: 'verification',
      team_id: world.space.team.id,
      team_domain: world.space.team.domain,
      channel_id: channel.id,
      channel_name: channelName(channel),
      user_id: person.id,
      user_name: person.name,
      command,
      text: known.should_escape ? withMentions(world, rest, true) : rest,
      api_app_id: world.app.id,
      is_enterprise_install: 'false',
      response_url: world.origin() + world.responseUrls.issue(target),
      trigger_id: world.triggers.issue({ userId: person.id, viewId: null, channelId: channel.id }),
    },
  })
  if (answer.outcome !== 'acknowledged') {
    const code = answer.outcome === 'timed-out' ? 'operation_timeout' : 'dispatch_failed'
    throw new SlackError(code, [`${command} failed with the error "${code}"`])
  }
  if (isEmpty(answer.payload)) return
  try {
    const said = typeof answer.payload === 'string' ? { text: answer.payload } : answer.payload
    if (!isDict(said)) throw new SlackError('invalid_command_response')
    if (said.response_type === 'in_channel') revealCommand(world, target, typed)
    const { response_type: _type, ...words } = said
    if (Object.keys(words).length > 0) respond(world, target, said)
  } catch (error) {
    if (!(error instanceof SlackError)) throw error
    failDelivery(record, error.message)
    throw new SlackError(error.code, [`${command} failed with the error "${error.code}"`])
  }
}

function invite(world: World, person: Member, channel: Channel, rest: string): void {
  const name = rest.trim().replace(/^@/, '').toLowerCase()
  const guest = [...world.space.people.values()].find(each => each.name.toLowerCase() === name)
  if (!guest) throw new SlackError('user_not_found', [`Nobody here is called ${rest.trim()}`])
  if (channel.kind === 'im') throw new SlackError('invalid_command', ['/invite works in channels'])
  joined(world, channel, guest.id, person.id)
}
