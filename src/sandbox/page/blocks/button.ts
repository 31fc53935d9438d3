import { attributes, type Html, html } from '../html.ts'
import { safeLink } from '../safe-url.ts'
import type { Drawing } from './drawing.ts'
import { frameElement } from './element-frame.ts'
import { controlId, type ElementPlace } from './element-place.ts'
import { type Fields, fieldsOf, maybeText, textOf, textsOf } from './read.ts'
import { plainWords } from './text-object.ts'

function actingButton(
  drawing: Drawing,
  place: ElementPlace,
  element: Fields,
  part: { className: string; label: Html; value: string; name: string | null; suffix?: string },
): Html {
  return html`<button type="button" class="${part.className}"${attributes({
    id: controlId(drawing, place.blockId, textOf(element.action_id)) + (part.suffix ?? ''),
    'data-press': true,
    value: part.value,
    'aria-label': part.name,
  })}>${part.label}</button>`
}

export function drawButton(drawing: Drawing, place: ElementPlace, element: Fields): Html {
  const href = maybeText(element.url) ? safeLink(textOf(element.url)) : null
  const style = element.style === 'primary' || element.style === 'danger' ? ` button-${element.style}` : ''
  const label = html`<bdi>${plainWords(element.text)}</bdi>`
  const control = href
    ? html`<a class="button${style}" data-press href="${href}" target="_blank" rel="noopener noreferrer"${attributes(
        {
          id: controlId(drawing, place.blockId, textOf(element.action_id)),
          'data-value': maybeText(element.value),
          'aria-label': maybeText(element.accessibility_label),
        },
      )}>${label} <span aria-hidden="true">↗</span></a>`
    : actingButton(drawing, place, element, {
        className: `button${style}`,
        label,
        value: textOf(element.value),
        name: maybeText(element.accessibility_label),
      })
  return frameElement(drawing, place, element, 'nothing', control)
}

export function drawIconButton(drawing: Drawing, place: ElementPlace, element: Fields): Html | null {
  const visibleTo = textsOf(element.visible_to_user_ids)
  if (visibleTo.length > 0 && !visibleTo.includes(drawing.viewer.id)) return null
  const name = maybeText(element.accessibility_label) ?? plainWords(element.text)
  const sign = element.icon === 'trash' ? '🗑' : '•'
  const control = actingButton(drawing, place, element, {
    className: 'button button-quiet',
    label: html`<span aria-hidden="true">${sign}</span> ${plainWords(element.text)}`,
    value: textOf(element.value),
    name,
  })
  return frameElement(drawing, place, element, 'nothing', control)
}

export function drawFeedbackButtons(drawing: Drawing, place: ElementPlace, element: Fields): Html {
  const one = (which: 'positive_button' | 'negative_button', sign: string) => {
    const button = fieldsOf(element[which])
    return actingButton(drawing, place, element, {
      className: 'button button-quiet',
      label: html`<span aria-hidden="true">${sign}</span> ${plainWords(button.text)}`,
      value: textOf(button.value),
      name: maybeText(button.accessibility_label),
      suffix: which === 'positive_button' ? '-yes' : '-no',
    })
  }
  return frameElement(
    drawing,
    place,
    element,
    'nothing',
    html`${one('positive_button', '👍')}${one('negative_button', '👎')}`,
  )
}
