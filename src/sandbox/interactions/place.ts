import { type Dict, dictsOf } from '../block-kit/check.ts'
import { elementsOf } from '../block-kit/elements.ts'
import type { ElementRef, Place, RawState, WireBlock } from '../desk.ts'
import { SlackError } from '../slack-error.ts'
import { stackOf } from '../views.ts'
import { messageObject } from '../wire/message-object.ts'
import { viewObject } from '../wire/view-object.ts'
import { type Channel, findMessage, type Member, type StoredMessage, type StoredView } from '../workspace.ts'
import type { World } from '../world.ts'
import { type Offered, stateValues, type Values, withChildren } from './element-state.ts'
import { channelName, channelSeenBy } from './payload-parts.ts'

/** Where a person does something: on a message they see, or in their top modal or Home. */
export type Spot =
  | { kind: 'message'; channel: Channel; message: StoredMessage; blocks: readonly WireBlock[]; key: string }
  | { kind: 'view'; view: StoredView; blocks: readonly WireBlock[]; key: string }

export function spotOf(world: World, person: Member, place: Place): Spot {
  if (place.kind === 'message') {
    const channel = channelSeenBy(world, person, place.channel)
    const message = findMessage(channel, place.ts)
    const isSeen = message && (message.ephemeralFor === null || message.ephemeralFor === person.id)
    if (!isSeen) throw new SlackError('message_not_found')
    return { kind: 'message', channel, message, blocks: message.blocks, key: `${channel.id}/${message.ts}` }
  }
  const open = [...stackOf(world, person.id), world.space.homes.get(person.id)]
  const view = open.find(each => each?.id === place.viewId)
  if (!view) throw new SlackError('not_found', ['this view is not open'])
  return { kind: 'view', view, blocks: view.blocks, key: view.id }
}

export function findElement(
  spot: Spot,
  { blockId, actionId }: ElementRef,
): { block: WireBlock; element: Dict } {
  for (const block of withChildren(spot.blocks)) {
    if (block.block_id !== blockId) continue
    const element = dictsOf(elementsOf(block)).find(each => each.action_id === actionId)
    if (element) return { block, element }
  }
  throw new SlackError('no_such_element', [`there is no ${actionId} in ${blockId}`])
}

/** Options the app offered for the elements of this spot. */
export function offeredAt(world: World, spot: Spot): Offered {
  return (blockId, actionId) => world.offered.get(`${spot.key}/${blockId}/${actionId}`) ?? []
}

export function valuesAt(world: World, spot: Spot, raw: RawState): Values {
  return stateValues(spot.blocks, raw, offeredAt(world, spot))
}

/** Container, view or message and channel, with the state, as block_actions and block_suggestion carry them. */
export function spotPayload(world: World, spot: Spot, values: Values): Dict {
  if (spot.kind === 'view') {
    return {
      container: { type: 'view', view_id: spot.view.id },
      view: viewObject(world, spot.view, values),
    }
  }
  const { channel, message } = spot
  const isEphemeral = message.ephemeralFor !== null
  return {
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: isEphemeral,
      ...(message.threadTs && { thread_ts: message.threadTs }),
    },
    channel: { id: channel.id, name: channelName(channel) },
    // Slack keeps no ephemeral message and so sends none.
    ...(!isEphemeral && { message: messageObject(world, channel, message) }),
    state: { values },
  }
}
