import { isDict } from '../block-kit/check.ts'
import { isEmpty } from '../delivery/deliver.ts'
import { failDelivery } from '../delivery/outgoing.ts'
import type { RawState } from '../desk.ts'
import { SlackError } from '../slack-error.ts'
import { checkedView, closeFrom, pushView, stackOf, updateView } from '../views.ts'
import { viewObject } from '../wire/view-object.ts'
import type { Member, StoredView } from '../workspace.ts'
import type { World } from '../world.ts'
import { clientErrors } from './client-checks.ts'
import type { Values } from './element-state.ts'
import { interactionHead } from './payload-parts.ts'
import { spotOf, valuesAt } from './place.ts'

/** Sends a modal's form and does what the app answers. Throws what Slack's client would say. */
export async function submit(world: World, person: Member, viewId: string, state: RawState): Promise<void> {
  const view = stackOf(world, person.id).at(-1)
  if (view?.id !== viewId) throw new SlackError('not_found', ['this view is not the one on top'])
  if (!view.submit) throw new SlackError('no_submit', ['this view has no submit button'])
  if (view.isBusy) throw new SlackError('view_busy', ['this view is being submitted'])
  const values = valuesAt(world, spotOf(world, person, { kind: 'view', viewId }), state)
  view.errors = clientErrors(view.blocks, values)
  const [complaint] = Object.values(view.errors)
  if (complaint) {
    world.changes.changed()
    throw new SlackError('invalid_input', [complaint])
  }
  view.isBusy = true
  world.changes.changed()
  const { answer, record } = await world.deliver({
    route: 'interactive',
    kind: 'view_submission',
    summary: view.callbackId || view.id,
    acceptsPayload: true,
    payload: {
      type: 'view_submission',
      ...interactionHead(world, person),
      trigger_id: world.triggers.issue({ userId: person.id, viewId: view.id, channelId: null }),
      view: viewObject(world, view, values),
      response_urls: responseUrlsOf(world, person, view, values),
    },
  })
  view.isBusy = false
  world.changes.changed()
  if (answer.outcome !== 'acknowledged') {
    const code = answer.outcome === 'timed-out' ? 'operation_timeout' : 'dispatch_failed'
    throw new SlackError(code, ['We had some trouble connecting. Try again?'])
  }
  try {
    applyAnswer(world, view, answer.payload)
  } catch (error) {
    if (!(error instanceof SlackError)) throw error
    failDelivery(record, error.message)
    world.changes.changed()
    throw new SlackError(error.code, ['We had some trouble connecting. Try again?', ...error.messages])
  }
}

function applyAnswer(world: World, view: StoredView, answer: unknown): void {
  if (isEmpty(answer)) {
    closeFrom(world, view)
    return
  }
  if (!isDict(answer)) throw new SlackError('invalid_response', ['an answer must be an object'])
  switch (answer.response_action) {
    case 'errors':
      showErrors(world, view, answer.errors)
      return
    case 'update':
      updateView(world, view, checkedView(world, answer.view, 'modal'))
      return
    case 'push':
      pushView(world, view.userId, checkedView(world, answer.view, 'modal'))
      return
    case 'clear':
      world.space.stacks.delete(view.userId)
      world.changes.changed()
      return
    default:
      throw new SlackError('invalid_response_action', [
        `not a response_action: ${String(answer.response_action)}`,
      ])
  }
}

function showErrors(world: World, view: StoredView, errors: unknown): void {
  if (!isDict(errors) || Object.keys(errors).length === 0) {
    throw new SlackError('invalid_errors', ['errors must name at least one block'])
  }
  const inputs = new Set(view.blocks.filter(block => block.type === 'input').map(block => block.block_id))
  for (const [blockId, message] of Object.entries(errors)) {
    if (!inputs.has(blockId))
      throw new SlackError('invalid_errors', [`no input block has the id "${blockId}"`])
    if (typeof message !== 'string' || message === '') {
      throw new SlackError('invalid_errors', [`the error of "${blockId}" must be words`])
    }
  }
  view.errors = errors as Record<string, string>
  world.changes.changed()
}

/** Selects of conversations with `response_url_enabled` give the app a way to answer there. */
function responseUrlsOf(world: World, person: Member, view: StoredView, values: Values): unknown[] {
  return view.blocks.flatMap(block => {
    const { element } = block
    if (block.type !== 'input' || !isDict(element) || element.response_url_enabled !== true) return []
    const blockId = String(block.block_id)
    const actionId = String(element.action_id)
    const state = values[blockId]?.[actionId]
    const channelId = state?.selected_conversation ?? state?.selected_channel
    if (typeof channelId !== 'string') return []
    const path = world.responseUrls.issue({ channelId, userId: person.id, original: null, threadTs: null })
    return [
      { block_id: blockId, action_id: actionId, channel_id: channelId, response_url: world.origin() + path },
    ]
  })
}

/** Closes a view and those above it; the app hears of those it asked about. */
export async function closeView(world: World, person: Member, viewId: string): Promise<void> {
  const stack = stackOf(world, person.id)
  const wanted = stack.find(each => each.id === viewId)
  if (!wanted) throw new SlackError('not_found', ['this view is not open'])
  const from = wanted.clearOnClose ? (stack[0] ?? wanted) : wanted
  const closed = closeFrom(world, from)
  await Promise.all(
    closed
      .filter(view => view.notifyOnClose)
      .map(view =>
        world.deliver({
          route: 'interactive',
          kind: 'view_closed',
          summary: view.callbackId || view.id,
          acceptsPayload: false,
          payload: {
            type: 'view_closed',
            ...interactionHead(world, person),
            view: viewObject(world, view),
            is_cleared: closed.length > 1,
          },
        }),
      ),
  )
}
