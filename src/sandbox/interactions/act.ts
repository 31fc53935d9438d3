import type { Dict } from '../block-kit/check.ts'
import type { ElementRef, Place, RawState, RawValue } from '../desk.ts'
import { SlackError } from '../slack-error.ts'
import type { Member } from '../workspace.ts'
import type { World } from '../world.ts'
import { chosenOption, stateOf } from './element-state.ts'
import { actionTs, interactionHead } from './payload-parts.ts'
import { findElement, offeredAt, spotOf, spotPayload, valuesAt } from './place.ts'

const SHOWN = [
  'text',
  'value',
  'style',
  'url',
  'confirm',
  'accessibility_label',
  'placeholder',
  'min_query_length',
]

/** Whatever yields `block_actions`. Throws what Slack's client would say. */
export async function act(
  world: World,
  person: Member,
  place: Place,
  ref: ElementRef,
  value: RawValue,
  state: RawState,
): Promise<void> {
  const spot = spotOf(world, person, place)
  const { block, element } = findElement(spot, ref)
  if (block.type === 'input' && block.dispatch_action !== true) {
    throw new SlackError('no_dispatch', ['an input without dispatch_action is sent only with its form'])
  }
  const merged: RawState = {
    ...state,
    [ref.blockId]: { ...state[ref.blockId], [ref.actionId]: value },
  }
  const isMessage = spot.kind === 'message'
  const trigger = { userId: person.id, viewId: null, channelId: isMessage ? spot.channel.id : null }
  const isModal = spot.kind === 'view' && spot.view.type === 'modal'
  const { answer } = await world.deliver({
    route: 'interactive',
    kind: 'block_actions',
    summary: `${ref.actionId} (${String(element.type)})`,
    acceptsPayload: false,
    payload: {
      type: 'block_actions',
      ...interactionHead(world, person),
      ...spotPayload(world, spot, valuesAt(world, spot, merged)),
      trigger_id: world.triggers.issue(isModal ? { ...trigger, viewId: spot.view.id } : trigger),
      ...(isMessage && {
        response_url:
          world.origin() +
          world.responseUrls.issue({
            channelId: spot.channel.id,
            userId: person.id,
            original: { ts: spot.message.ts, isEphemeral: spot.message.ephemeralFor !== null },
            threadTs: spot.message.threadTs,
          }),
      }),
      actions: [
        {
          ...shown(element),
          ...held(element, value, offeredAt(world, spot)(ref.blockId, ref.actionId)),
          type: element.type,
          block_id: ref.blockId,
          action_id: ref.actionId,
          action_ts: actionTs(world),
        },
      ],
    },
  })
  if (answer.outcome !== 'acknowledged') {
    const code = answer.outcome === 'timed-out' ? 'operation_timeout' : 'dispatch_failed'
    throw new SlackError(code, ['This app is not responding. Try again in a moment.'])
  }
}

function shown(element: Dict): Dict {
  return Object.fromEntries(
    Object.entries(element).filter(([name]) => SHOWN.includes(name) || name.startsWith('initial_')),
  )
}

function held(element: Dict, value: RawValue, offered: readonly Dict[]): Dict {
  if (element.type === 'overflow') return { selected_option: chosenOption(element, value) }
  if (element.type === 'feedback_buttons') return { value }
  return stateOf(element, value, offered) ?? {}
}
