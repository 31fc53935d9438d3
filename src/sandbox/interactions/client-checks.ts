import { isDict } from '../block-kit/check.ts'
import type { WireBlock } from '../desk.ts'
import { isHoldingNothing, type Values } from './element-state.ts'

const REQUIRED = 'Please complete this required field.'

/** What Slack's client itself complains about before it sends a form, by block id. */
export function clientErrors(blocks: readonly WireBlock[], values: Values): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const block of blocks) {
    if (block.type !== 'input' || !isDict(block.element)) continue
    const blockId = String(block.block_id)
    const state = values[blockId]?.[String(block.element.action_id)]
    if (!state) continue
    if (isHoldingNothing(state)) {
      if (block.optional !== true) errors[blockId] = REQUIRED
      continue
    }
    const complaint = complaintOf(block.element, state)
    if (complaint) errors[blockId] = complaint
  }
  return errors
}

function complaintOf(element: Record<string, unknown>, state: Record<string, unknown>): string | null {
  const value = typeof state.value === 'string' ? state.value : ''
  switch (element.type) {
    case 'plain_text_input':
      return lengthComplaint(value, element.min_length, element.max_length ?? 3000)
    case 'email_text_input':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value) ? null : 'Please enter a valid email address.'
    case 'url_text_input':
      return URL.canParse(value) && /^https?:/.test(value) ? null : 'Please enter a valid URL.'
    case 'number_input':
      return numberComplaint(value, element)
    case 'multi_static_select':
    case 'multi_external_select':
    case 'multi_users_select':
    case 'multi_channels_select':
    case 'multi_conversations_select': {
      const chosen = Object.values(state).find(each => Array.isArray(each))
      const most = element.max_selected_items
      return typeof most === 'number' && Array.isArray(chosen) && chosen.length > most
        ? `Please choose at most ${most}.`
        : null
    }
    default:
      return null
  }
}

function lengthComplaint(value: string, min: unknown, max: unknown): string | null {
  if (typeof min === 'number' && value.length < min) return `Please enter at least ${min} characters.`
  if (typeof max === 'number' && value.length > max) return `Please enter at most ${max} characters.`
  return null
}

function numberComplaint(value: string, element: Record<string, unknown>): string | null {
  const isNumber = /^-?\d+(\.\d+)?$/.test(value)
  if (!isNumber) return 'Please enter a number.'
  if (element.is_decimal_allowed !== true && value.includes('.')) return 'Please enter a whole number.'
  if (element.min_value !== undefined && Number(value) < Number(element.min_value)) {
    return `Please enter a number of at least ${String(element.min_value)}.`
  }
  if (element.max_value !== undefined && Number(value) > Number(element.max_value)) {
    return `Please enter a number of at most ${String(element.max_value)}.`
  }
  return null
}
