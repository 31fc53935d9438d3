import { attributes, type Html, html } from '../html.ts'
import { drawButton, drawFeedbackButtons, drawIconButton } from './button.ts'
import { drawChoices } from './choices.ts'
import type { Drawing } from './drawing.ts'
import type { ElementPlace } from './element-place.ts'
import { drawPicture } from './image.ts'
import { drawOverflow } from './overflow.ts'
import { drawDatePicker, drawDateTimePicker, drawTimePicker } from './picker.ts'
import { type Fields, textOf } from './read.ts'
import { drawExternalSelect, drawMultiSelect, drawSelect } from './select.ts'
import {
  drawAddressInput,
  drawFileInput,
  drawNumberInput,
  drawPlainTextInput,
  drawRichTextInput,
} from './text-input.ts'
import { plainWords } from './text-object.ts'

type DrawElement = (drawing: Drawing, place: ElementPlace, element: Fields) => Html | null

const drawers: Record<string, DrawElement> = {
  button: drawButton,
  icon_button: drawIconButton,
  feedback_buttons: drawFeedbackButtons,
  overflow: drawOverflow,
  static_select: drawSelect,
  users_select: drawSelect,
  channels_select: drawSelect,
  conversations_select: drawSelect,
  external_select: drawExternalSelect,
  multi_static_select: drawMultiSelect,
  multi_users_select: drawMultiSelect,
  multi_channels_select: drawMultiSelect,
  multi_conversations_select: drawMultiSelect,
  multi_external_select: drawExternalSelect,
  checkboxes: drawChoices,
  radio_buttons: drawChoices,
  datepicker: drawDatePicker,
  timepicker: drawTimePicker,
  datetimepicker: drawDateTimePicker,
  plain_text_input: drawPlainTextInput,
  rich_text_input: drawRichTextInput,
  email_text_input: drawAddressInput,
  url_text_input: drawAddressInput,
  number_input: drawNumberInput,
  file_input: drawFileInput,
  image: (drawing, _place, element) => drawPicture(drawing, element, 'accessory-image'),
  workflow_button: (_drawing, _place, element) =>
    html`<button type="button" class="button" disabled${attributes({
      title: 'Workflows do not run in the sandbox',
    })}>${plainWords(element.text)}</button>`,
}

export function drawElement(drawing: Drawing, place: ElementPlace, element: Fields): Html | null {
  const type = textOf(element.type)
  const draw = Object.hasOwn(drawers, type) ? drawers[type] : undefined
  return draw
    ? draw(drawing, place, element)
    : html`<span class="not-drawn">${type || 'nameless'} element</span>`
}

/** Elements that a `<label for>` can name; the others are groups, named by aria-labelledby. */
export function isGroupElement(type: string): boolean {
  return (
    type === 'checkboxes' ||
    type === 'radio_buttons' ||
    (type.startsWith('multi_') && type !== 'multi_external_select')
  )
}
