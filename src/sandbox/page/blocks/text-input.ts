import { type AttributeValue, attributes, type Html, html } from '../html.ts'
import type { Drawing } from './drawing.ts'
import { controlAttributes, frameElement } from './element-frame.ts'
import type { ElementPlace } from './element-place.ts'
import { type Fields, fieldsOf, listOf, maybeText, numberOf, textOf, textsOf } from './read.ts'
import { plainWords } from './text-object.ts'

function typingAttributes(drawing: Drawing, place: ElementPlace, element: Fields) {
  const triggers = textsOf(fieldsOf(element.dispatch_action_config).trigger_actions_on)
  return {
    ...controlAttributes(drawing, place, element, plainWords(element.placeholder) || 'Text'),
    placeholder: maybeText(plainWords(element.placeholder)),
    minlength: numberOf(element.min_length, 0) || null,
    maxlength: numberOf(element.max_length, 0) || null,
    'data-triggers': place.dispatch === 'at-once' ? triggers.join(' ') || 'on_enter_pressed' : null,
    autocomplete: 'off',
    dir: 'auto',
  } satisfies Record<string, AttributeValue>
}

export function drawPlainTextInput(drawing: Drawing, place: ElementPlace, element: Fields): Html {
  const typing = typingAttributes(drawing, place, element)
  const value = textOf(element.initial_value)
  const control =
    element.multiline === true
      ? html`<textarea class="field" rows="4"${attributes(typing)}>
${value}</textarea>`
      : html`<input type="text" class="field"${attributes({ ...typing, value })}>`
  return frameElement(drawing, place, element, 'text', control)
}

const nativeType: Record<string, string> = { email_text_input: 'email', url_text_input: 'url' }

export function drawAddressInput(drawing: Drawing, place: ElementPlace, element: Fields): Html {
  const type = nativeType[textOf(element.type)] ?? 'text'
  return frameElement(
    drawing,
    place,
    element,
    'text',
    html`<input class="field"${attributes({
      type,
      ...typingAttributes(drawing, place, element),
      value: textOf(element.initial_value),
    })}>`,
  )
}

export function drawNumberInput(drawing: Drawing, place: ElementPlace, element: Fields): Html {
  return frameElement(
    drawing,
    place,
    element,
    'text',
    html`<input type="number" class="field"${attributes({
      ...typingAttributes(drawing, place, element),
      dir: null,
      inputmode: element.is_decimal_allowed === true ? 'decimal' : 'numeric',
      step: element.is_decimal_allowed === true ? 'any' : 1,
      min: maybeText(element.min_value),
      max: maybeText(element.max_value),
      value: textOf(element.initial_value),
    })}>`,
  )
}

/** The words of a rich_text value, as the plain text a person would type. */
function richWords(value: unknown): string {
  return listOf(fieldsOf(value).elements)
    .map(part =>
      listOf(part.elements)
        .map(piece =>
          Array.isArray(piece.elements)
            ? `${listOf(piece.elements)
                .map(leaf => textOf(leaf.text))
                .join('')}\n`
            : textOf(piece.text),
        )
        .join(''),
    )
    .join('\n')
}

export function drawRichTextInput(drawing: Drawing, place: ElementPlace, element: Fields): Html {
  return frameElement(
    drawing,
    place,
    element,
    'text',
    html`<textarea class="field"${attributes({
      ...typingAttributes(drawing, place, element),
      rows: Math.min(Math.max(numberOf(element.min_lines, 4), 1), 12),
    })}>
${richWords(element.initial_value)}</textarea>`,
  )
}

export function drawFileInput(drawing: Drawing, place: ElementPlace, element: Fields): Html {
  const types = textsOf(element.filetypes).map(type => `.${type}`)
  const most = numberOf(element.max_files, 10)
  return frameElement(
    drawing,
    place,
    element,
    'files',
    html`<input type="file" class="field"${attributes({
      ...controlAttributes(drawing, place, element, 'Files'),
      multiple: most > 1,
      accept: types.join(',') || null,
    })}>`,
    { 'data-most': most },
  )
}
