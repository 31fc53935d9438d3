import { attributes, type Html, html } from '../html.ts'
import { safeLink } from '../safe-url.ts'
import type { Drawing } from './drawing.ts'
import { frameElement } from './element-frame.ts'
import { controlId, type ElementPlace } from './element-place.ts'
import { type Fields, listOf, maybeText, textOf } from './read.ts'
import { drawText } from './text-object.ts'

/** A "⋯" button with a menu; picking an item is the action. */
export function drawOverflow(drawing: Drawing, place: ElementPlace, element: Fields): Html {
  const id = controlId(drawing, place.blockId, textOf(element.action_id))
  const items = listOf(element.options).map(option => {
    const href = maybeText(option.url) ? safeLink(textOf(option.url)) : null
    const content = html`${drawText(drawing, option.text)}${
      option.description ? html`<small>${drawText(drawing, option.description)}</small>` : null
    }`
    return href
      ? html`<a role="menuitem" tabindex="-1" data-press data-value="${textOf(option.value)}" href="${href}" target="_blank" rel="noopener noreferrer">${content}</a>`
      : html`<button type="button" role="menuitem" tabindex="-1" data-press value="${textOf(option.value)}">${content}</button>`
  })
  return frameElement(
    drawing,
    place,
    element,
    'nothing',
    html`<button type="button" class="button button-icon"${attributes({
      id,
      popovertarget: `${id}-menu`,
      'aria-haspopup': 'menu',
      'aria-label': 'More actions',
    })}><span aria-hidden="true">⋯</span></button><div popover class="menu" role="menu" aria-label="More actions" id="${id}-menu" data-anchor="${id}">${items}</div>`,
  )
}
