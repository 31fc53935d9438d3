import { attributes, type Html, html } from '../html.ts'
import { drawElement, isGroupElement } from './draw-element.ts'
import type { Drawing } from './drawing.ts'
import { controlId, partId } from './element-place.ts'
import { type Fields, fieldsOf, textOf } from './read.ts'
import { drawText, plainWords } from './text-object.ts'

/** A labelled field. Its error, if any, stands at the field, is announced, and describes the control. */
export function drawInput(drawing: Drawing, block: Fields, blockId: string): Html {
  const element = fieldsOf(block.element)
  const isOptional = block.optional === true
  const error = Object.hasOwn(drawing.errors, blockId) ? (drawing.errors[blockId] ?? null) : null
  const label = partId(drawing, blockId, 'label')
  const hint = partId(drawing, blockId, 'hint')
  const problem = partId(drawing, blockId, 'error')
  const control = drawElement(
    drawing,
    {
      blockId,
      labelledBy: label,
      describedBy: block.hint ? `${problem} ${hint}` : problem,
      isInput: true,
      isRequired: !isOptional,
      isInvalid: error !== null,
      dispatch: block.dispatch_action === true ? 'at-once' : 'never',
    },
    element,
  )
  const words = html`<bdi>${plainWords(block.label)}</bdi>${isOptional ? html` <span class="optional">(optional)</span>` : null}`
  const type = textOf(element.type)
  return html`<div class="input-block" data-input-block="${blockId}"${attributes({ 'data-required': !isOptional })}>${
    isGroupElement(type)
      ? html`<div class="label" id="${label}">${words}</div>`
      : html`<label class="label" id="${label}" for="${controlId(drawing, blockId, textOf(element.action_id))}">${words}</label>`
  }${control}<p class="field-error" role="alert" id="${problem}">${error}</p>${
    block.hint ? html`<p class="hint" id="${hint}" dir="auto">${drawText(drawing, block.hint)}</p>` : null
  }</div>`
}
