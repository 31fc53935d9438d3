import { type Dict, dictsOf, isDict } from '../block-kit/check.ts'
import { elementsOf } from '../block-kit/elements.ts'
import { optionsOf } from '../block-kit/objects.ts'
import type { RawState, RawValue, WireBlock } from '../desk.ts'
import { SlackError } from '../slack-error.ts'
import { richTextOf } from './rich-text-of.ts'

/** Options the app once offered for an element that asks it: block id, action id → options. */
export type Offered = (blockId: string, actionId: string) => readonly Dict[]

export type Values = Record<string, Record<string, Dict>>

/** The state of all inputs among the blocks, in Slack's shapes. */
export function stateValues(blocks: readonly WireBlock[], raw: RawState, offered: Offered): Values {
  const values: Values = {}
  for (const block of withChildren(blocks)) {
    for (const element of elementsOf(block)) {
      const blockId = String(block.block_id)
      const actionId = String(element.action_id)
      const state = stateOf(element, raw[blockId]?.[actionId], offered(blockId, actionId))
      if (!state) continue
      values[blockId] = { ...values[blockId], [actionId]: { type: element.type, ...state } }
    }
  }
  return values
}

export function withChildren(blocks: readonly WireBlock[]): WireBlock[] {
  return blocks.flatMap(block => [
    block,
    ...withChildren(dictsOf(block.child_blocks) as WireBlock[]),
    ...(block.type === 'carousel' ? (dictsOf(block.elements) as WireBlock[]) : []),
  ])
}

const single = (raw: RawValue): string | null =>
  Array.isArray(raw) ? (raw[0] ?? null) : raw === '' ? null : raw
const several = (raw: RawValue): string[] =>
  Array.isArray(raw) ? raw : raw === null || raw === '' ? [] : [raw]

type Holds = (element: Dict, raw: RawValue | undefined, offered: readonly Dict[]) => Dict

/** One property with one value; the element's own initial value where the person touched nothing. */
function one(property: string, initial: string, convert: (value: string) => unknown = value => value): Holds {
  return (element, raw) => {
    if (raw === undefined) return { [property]: element[initial] ?? null }
    const value = single(raw)
    return { [property]: value === null ? null : convert(value) }
  }
}

function many(property: string, initial: string): Holds {
  return (element, raw) => ({ [property]: raw === undefined ? (element[initial] ?? []) : several(raw) })
}

function optionNamed(element: Dict, value: string, offered: readonly Dict[]): Dict {
  const initial = [element.initial_option, ...dictsOf(element.initial_options)].filter(isDict)
  const found = [...optionsOf(element), ...offered, ...initial].find(option => option.value === value)
  // A client shows only these, so another value is a mistake of whoever drives it.
  if (!found)
    throw new SlackError('no_such_option', [`${String(element.action_id)} has no option "${value}"`])
  return found
}

const oneOption: Holds = (element, raw, offered) => {
  if (raw === undefined) return { selected_option: element.initial_option ?? null }
  const value = single(raw)
  return { selected_option: value === null ? null : optionNamed(element, value, offered) }
}

const manyOptions: Holds = (element, raw, offered) => {
  if (raw === undefined) return { selected_options: element.initial_options ?? [] }
  const wanted = several(raw).map(value => optionNamed(element, value, offered))
  // Slack's client lists them in the order of the options.
  const order = optionsOf(element)
  return {
    selected_options:
      order.length === 0 ? wanted : wanted.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)),
  }
}

/** Nobody at this desk can put a file into a form. */
const noFiles: Holds = (element, raw) => {
  if (several(raw ?? null).length > 0) {
    throw new SlackError('not_supported', [`${String(element.action_id)}: the desk fills no file inputs`])
  }
  return { files: [] }
}

const TYPED = one('value', 'initial_value')

const HOLDS: Readonly<Record<string, Holds>> = {
  plain_text_input: TYPED,
  email_text_input: TYPED,
  url_text_input: TYPED,
  number_input: TYPED,
  rich_text_input: one('rich_text_value', 'initial_value', richTextOf),
  static_select: oneOption,
  external_select: oneOption,
  radio_buttons: oneOption,
  multi_static_select: manyOptions,
  multi_external_select: manyOptions,
  checkboxes: manyOptions,
  users_select: one('selected_user', 'initial_user'),
  multi_users_select: many('selected_users', 'initial_users'),
  channels_select: one('selected_channel', 'initial_channel'),
  multi_channels_select: many('selected_channels', 'initial_channels'),
  conversations_select: one('selected_conversation', 'initial_conversation'),
  multi_conversations_select: many('selected_conversations', 'initial_conversations'),
  datepicker: one('selected_date', 'initial_date'),
  timepicker: one('selected_time', 'initial_time'),
  datetimepicker: one('selected_date_time', 'initial_date_time', Number),
  file_input: noFiles,
}

/** What one element holds; null for those that hold nothing, such as buttons. */
export function stateOf(element: Dict, raw: RawValue | undefined, offered: readonly Dict[]): Dict | null {
  const holds = HOLDS[String(element.type)]
  return holds ? holds(element, raw, offered) : null
}

export function isHoldingNothing(state: Dict): boolean {
  return Object.entries(state)
    .filter(([name]) => name !== 'type')
    .every(
      ([, value]) => value === null || value === undefined || (Array.isArray(value) && value.length === 0),
    )
}

/** The value of an overflow menu's choice. */
export function chosenOption(element: Dict, raw: RawValue): Dict {
  return optionNamed(element, single(raw) ?? '', [])
}
