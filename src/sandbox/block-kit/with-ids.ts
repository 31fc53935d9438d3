import type { WireBlock } from '../desk.ts'
import { type Dict, dictsOf, isDict } from './check.ts'

/** Gives every block and element without an id one of its own, as Slack does. */
export function withIds(blocks: unknown, newId: () => string): WireBlock[] {
  return dictsOf(structuredClone(blocks)).map(block => named(block, newId))
}

function named(block: Dict, newId: () => string): WireBlock {
  const { type, block_id, ...rest } = block
  const out: WireBlock = {
    type: String(type),
    block_id: typeof block_id === 'string' ? block_id : newId(),
    ...rest,
  }
  if (type === 'rich_text') return out
  const element = (value: unknown) =>
    isDict(value) && takesAction(value) ? { ...value, action_id: value.action_id ?? newId() } : value
  if (out.accessory) out.accessory = element(out.accessory)
  if (out.element) out.element = element(out.element)
  if (type === 'carousel') out.elements = withIds(out.elements, newId)
  else if (Array.isArray(out.elements)) out.elements = out.elements.map(element)
  if (Array.isArray(out.actions)) out.actions = out.actions.map(element)
  if (Array.isArray(out.child_blocks)) out.child_blocks = withIds(out.child_blocks, newId)
  return out
}

function takesAction(element: Dict): boolean {
  return !['image', 'plain_text', 'mrkdwn', 'rich_text'].includes(String(element.type))
}
