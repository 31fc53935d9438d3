import { randomBytes } from 'node:crypto'
import { SLACK_LIMITS, type Surface } from '#kernel/slack-limits.ts'
import { type Dict, isDict } from './block-kit/check.ts'
import { checkView, isViewTooLarge } from './block-kit/check-view.ts'
import { withIds } from './block-kit/with-ids.ts'
import type { WireBlock } from './desk.ts'
import { SlackError } from './slack-error.ts'
import type { Trigger } from './trigger.ts'
import { visitOf } from './visit.ts'
import { findView, type StoredView } from './workspace.ts'
import type { World } from './world.ts'

/** Checks a view as Slack does. Throws `invalid_arguments` with pointers, or `view_too_large`. */
export function checkedView(world: World, view: unknown, surface: Exclude<Surface, 'message'>): Dict {
  const visit = visitOf(world, surface)
  checkView(view, '/view', visit)
  if (isDict(view) && isViewTooLarge(view)) throw new SlackError('view_too_large')
  if (visit.problems.length > 0 || !isDict(view)) throw new SlackError('invalid_arguments', visit.problems)
  return view
}

type Content = Omit<StoredView, 'id' | 'rootId' | 'previousId' | 'userId'>

function contentOf(world: World, view: Dict, channelId: string | null): Content {
  const blocks = withIds(view.blocks, () => world.space.newId('b'))
  return {
    type: view.type === 'home' ? 'home' : 'modal',
    title: isDict(view.title) ? view.title : null,
    submit: isDict(view.submit) ? view.submit : null,
    close: isDict(view.close) ? view.close : null,
    blocks: channelId === null ? blocks : blocks.map(block => withCurrentConversation(block, channelId)),
    privateMetadata: textOf(view.private_metadata),
    callbackId: textOf(view.callback_id),
    externalId: textOf(view.external_id),
    clearOnClose: view.clear_on_close === true,
    notifyOnClose: view.notify_on_close === true,
    hash: `${Math.floor(world.now() / 1000)}.${randomBytes(6).toString('hex')}`,
    errors: {},
    isBusy: false,
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** Slack's client fills in the conversation the modal was opened from. */
function withCurrentConversation(block: WireBlock, channelId: string): WireBlock {
  const { element } = block
  const isAsked = isDict(element) && element.default_to_current_conversation === true
  if (!isAsked) return block
  const isMulti = element.type === 'multi_conversations_select'
  return {
    ...block,
    element: isMulti
      ? { initial_conversations: [channelId], ...element }
      : { initial_conversation: channelId, ...element },
  }
}

function requireFreeExternalId(world: World, view: Dict, except?: StoredView): void {
  const wanted = textOf(view.external_id)
  if (wanted === '') return
  const holder = findView(world.space, each => each.externalId === wanted)
  if (holder && holder !== except) throw new SlackError('duplicate_external_id')
}

export function stackOf(world: World, userId: string): StoredView[] {
  return world.space.stacks.get(userId) ?? []
}

/** Opens a modal: on top of the one the trigger was born in, otherwise instead of whatever was open. */
export function openView(world: World, trigger: Trigger, view: Dict): StoredView {
  requireFreeExternalId(world, view)
  const stack = stackOf(world, trigger.userId)
  if (trigger.viewId !== null && stack.some(each => each.id === trigger.viewId)) {
    return pushView(world, trigger.userId, view)
  }
  const id = world.space.newId('V')
  const opened: StoredView = {
    id,
    rootId: id,
    previousId: null,
    userId: trigger.userId,
    ...contentOf(world, view, trigger.channelId),
  }
  world.space.stacks.set(trigger.userId, [opened])
  world.changes.changed()
  return opened
}

/** Puts a view on top of the person's open modal. Throws `push_limit_reached`, `not_found`. */
export function pushView(world: World, userId: string, view: Dict): StoredView {
  requireFreeExternalId(world, view)
  const stack = stackOf(world, userId)
  const top = stack.at(-1)
  const root = stack[0]
  if (!top || !root) throw new SlackError('not_found')
  if (stack.length >= SLACK_LIMITS.view.stack) throw new SlackError('push_limit_reached')
  const pushed: StoredView = {
    id: world.space.newId('V'),
    rootId: root.id,
    previousId: top.id,
    userId,
    ...contentOf(world, view, null),
  }
  world.space.stacks.set(userId, [...stack, pushed])
  world.changes.changed()
  return pushed
}

/** Puts other content into an open view. Throws `hash_conflict`, `duplicate_external_id`. */
export function updateView(world: World, stored: StoredView, view: Dict, hash?: string): void {
  if (hash !== undefined && hash !== stored.hash) throw new SlackError('hash_conflict')
  requireFreeExternalId(world, view, stored)
  Object.assign(stored, contentOf(world, view, null))
  world.changes.changed()
}

/** Sets a person's Home, which keeps its id. */
export function publishHome(world: World, userId: string, view: Dict, hash?: string): StoredView {
  const present = world.space.homes.get(userId)
  if (present) {
    updateView(world, present, view, hash)
    return present
  }
  if (hash !== undefined) throw new SlackError('hash_conflict')
  requireFreeExternalId(world, view)
  const id = world.space.newId('V')
  const home: StoredView = { id, rootId: id, previousId: null, userId, ...contentOf(world, view, null) }
  world.space.homes.set(userId, home)
  world.changes.changed()
  return home
}

/** Takes views off a stack from the named one upwards. */
export function closeFrom(world: World, view: StoredView): StoredView[] {
  const stack = stackOf(world, view.userId)
  const index = stack.indexOf(view)
  if (index < 0) return []
  world.space.stacks.set(view.userId, stack.slice(0, index))
  world.changes.changed()
  return stack.slice(index)
}
