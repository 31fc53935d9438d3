import { attributes, type Html, html } from '../html.ts'
import type { Drawing } from './drawing.ts'
import { controlAttributes, frameElement } from './element-frame.ts'
import type { ElementPlace } from './element-place.ts'
import { type Fields, fieldsOf, listOf, textOf } from './read.ts'
import { drawText } from './text-object.ts'

/** Checkboxes or radio buttons, natively. */
export function drawChoices(drawing: Drawing, place: ElementPlace, element: Fields): Html {
  const isRadio = element.type === 'radio_buttons'
  const initial = isRadio ? [fieldsOf(element.initial_option)] : listOf(element.initial_options)
  const chosen = new Set(initial.map(option => textOf(option.value)).filter(value => value !== ''))
  const {
    id,
    name,
    'data-focus-first': focusFirst,
    ...naming
  } = controlAttributes(drawing, place, element, isRadio ? 'Choose one' : 'Choose any')
  const options = listOf(element.options).map(
    (option, index) =>
      html`<label class="choice"><input${attributes({
        type: isRadio ? 'radio' : 'checkbox',
        id: `${id}-${index}`,
        name: String(name),
        value: textOf(option.value),
        checked: chosen.has(textOf(option.value)),
        'data-focus-first': focusFirst === true && index === 0,
      })}><span>${drawText(drawing, option.text)}${
        option.description ? html`<small>${drawText(drawing, option.description)}</small>` : null
      }</span></label>`,
  )
  return frameElement(
    drawing,
    place,
    element,
    isRadio ? 'choice' : 'choices',
    html`<div class="choices"${attributes({ id, role: isRadio ? 'radiogroup' : 'group', ...naming })}>${options}</div>`,
  )
}
