import { SlackError } from '../slack-error.ts'
import { messageObject } from '../wire/message-object.ts'
import type { Member } from '../workspace.ts'
import type { World } from '../world.ts'
import { actionTs, channelName, interactionHead } from './payload-parts.ts'
import { spotOf } from './place.ts'

/** A shortcut from the lightning menu, or from a message's menu. Throws what Slack's client would say. */
export async function runShortcut(
  world: World,
  person: Member,
  callbackId: string,
  on?: { channel: string; ts: string },
): Promise<void> {
  const wanted = on ? 'message' : 'global'
  const known = world.app.manifest.features?.shortcuts?.find(
    each => each.callback_id === callbackId && each.type === wanted,
  )
  if (!known || person.teamId !== world.space.team.id) {
    throw new SlackError('no_such_shortcut', [`there is no ${wanted} shortcut ${callbackId}`])
  }
  const { answer } = await world.deliver({
    route: 'interactive',
    kind: on ? 'message_action' : 'shortcut',
    summary: known.name,
    acceptsPayload: false,
    payload: {
      ...interactionHead(world, person),
      callback_id: callbackId,
      action_ts: actionTs(world),
      trigger_id: world.triggers.issue({ userId: person.id, viewId: null, channelId: on?.channel ?? null }),
      ...(on ? messagePart(world, person, on) : { type: 'shortcut' }),
    },
  })
  if (answer.outcome !== 'acknowledged') {
    const code = answer.outcome === 'timed-out' ? 'operation_timeout' : 'dispatch_failed'
    throw new SlackError(code, [`${known.name} failed. Try again in a moment.`])
  }
}

function messagePart(
  world: World,
  person: Member,
  on: { channel: string; ts: string },
): Record<string, unknown> {
  const spot = spotOf(world, person, { kind: 'message', ...on })
  if (spot.kind !== 'message') throw new SlackError('message_not_found')
  const { channel, message } = spot
  return {
    type: 'message_action',
    channel: { id: channel.id, name: channelName(channel) },
    message_ts: message.ts,
    message: messageObject(world, channel, message),
    response_url:
      world.origin() +
      world.responseUrls.issue({
        channelId: channel.id,
        userId: person.id,
        // The message is somebody's own: the app may answer it, not replace it.
        original: null,
        threadTs: message.threadTs,
      }),
  }
}
