import { type AttributeValue, attributes, type Html, html } from '../html.ts'
import { drawConfirm } from './confirm.ts'
import type { Drawing } from './drawing.ts'
import { controlId, type ElementPlace } from './element-place.ts'
import { type Fields, textOf } from './read.ts'

/**
 * The wrapper by which the client script finds an element: what it is, whose action it is, and when it is sent.
 * `holds` says how its value is read: see `client/collect-state.ts`.
 */
export function frameElement(
  drawing: Drawing,
  place: ElementPlace,
  element: Fields,
  holds: 'nothing' | 'text' | 'choice' | 'choices' | 'instant' | 'typeahead' | 'files',
  content: Html,
  extra: Record<string, AttributeValue> = {},
): Html {
  const actionId = textOf(element.action_id)
  return html`<div class="element element-${textOf(element.type).replaceAll('_', '-')}"${attributes({
    id: `${controlId(drawing, place.blockId, actionId)}-frame`,
    'data-element': textOf(element.type),
    'data-block': place.blockId,
    'data-action': actionId,
    'data-holds': holds,
    'data-dispatch': place.dispatch,
    ...extra,
  })}>${content}${drawConfirm(drawing, element)}</div>`
}

/** Attributes that name, describe and mark a native control by its place. */
export function controlAttributes(
  drawing: Drawing,
  place: ElementPlace,
  element: Fields,
  nameless: string,
): Record<string, AttributeValue> {
  const id = controlId(drawing, place.blockId, textOf(element.action_id))
  return {
    id,
    name: id,
    'aria-labelledby': place.labelledBy,
    'aria-label': place.labelledBy ? null : nameless,
    'aria-describedby': place.describedBy,
    'aria-invalid': place.isInvalid ? 'true' : null,
    'aria-required': place.isRequired ? 'true' : null,
    'data-focus-first': element.focus_on_load === true,
  }
}
