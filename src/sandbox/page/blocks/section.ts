import { type Html, html } from '../html.ts'
import { drawElement } from './draw-element.ts'
import type { Drawing } from './drawing.ts'
import type { ElementPlace } from './element-place.ts'
import { drawPicture } from './image.ts'
import { type Fields, fieldsOf, listOf, numberOf } from './read.ts'
import { drawText, plainWords } from './text-object.ts'

function actingPlace(blockId: string): ElementPlace {
  return {
    blockId,
    labelledBy: null,
    describedBy: null,
    isInput: false,
    isRequired: false,
    isInvalid: false,
    dispatch: 'at-once',
  }
}

export function drawSection(drawing: Drawing, block: Fields, blockId: string): Html {
  const accessory = block.accessory
    ? drawElement(drawing, actingPlace(blockId), fieldsOf(block.accessory))
    : null
  const text = block.text
    ? html`<div class="section-text" dir="auto">${drawText(drawing, block.text)}</div>`
    : null
  const fields = listOf(block.fields)
  const grid =
    fields.length > 0
      ? html`<div class="fields">${fields.map(field => html`<div dir="auto">${drawText(drawing, field)}</div>`)}</div>`
      : null
  return html`<div class="section"><div class="section-body">${text}${grid}</div>${
    accessory ? html`<div class="accessory">${accessory}</div>` : null
  }</div>`
}

export function drawActions(drawing: Drawing, block: Fields, blockId: string): Html {
  return html`<div class="actions">${listOf(block.elements).map(element =>
    drawElement(drawing, actingPlace(blockId), element),
  )}</div>`
}

export function drawHeader(drawing: Drawing, block: Fields): Html {
  const words = html`<bdi>${plainWords(block.text)}</bdi>`
  const level = numberOf(block.level, 1)
  if (drawing.surface !== 'message' && level <= 1) return html`<h3 class="header">${words}</h3>`
  return level >= 3
    ? html`<h5 class="header header-small" dir="auto">${words}</h5>`
    : html`<h4 class="header" dir="auto">${words}</h4>`
}

export function drawContext(drawing: Drawing, block: Fields): Html {
  return html`<div class="context">${listOf(block.elements).map(element =>
    element.type === 'image'
      ? drawPicture(drawing, element, 'context-image')
      : html`<span dir="auto">${drawText(drawing, element)}</span>`,
  )}</div>`
}
