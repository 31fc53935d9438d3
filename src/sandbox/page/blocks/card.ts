import { type Html, html } from '../html.ts'
import type { Drawing } from './drawing.ts'
import { drawPicture } from './image.ts'
import { type Fields, fieldsOf, listOf, textOf } from './read.ts'
import { drawActions } from './section.ts'
import { drawText } from './text-object.ts'

export function drawCard(drawing: Drawing, block: Fields, blockId: string): Html {
  const line = (value: unknown, className: string) =>
    value ? html`<div class="${className}" dir="auto">${drawText(drawing, value)}</div>` : null
  const icon = block.icon ?? block.slack_icon
  return html`<article class="card">${block.hero_image ? drawPicture(drawing, block.hero_image, 'card-hero') : null}<div class="card-body"><div class="card-head">${
    fieldsOf(icon).type === 'image' ? drawPicture(drawing, icon, 'card-icon') : null
  }<div>${line(block.title, 'card-title')}${line(block.subtitle, 'card-subtitle')}</div></div>${line(block.body, 'card-text')}${line(block.subtext, 'card-subtext')}${
    Array.isArray(block.actions) ? drawActions(drawing, { elements: block.actions }, blockId) : null
  }</div></article>`
}

export function drawCarousel(drawing: Drawing, block: Fields, blockId: string): Html {
  const cards = listOf(block.elements)
  return html`<div class="carousel" role="region" tabindex="0" aria-label="${cards.length} cards">${cards.map(
    (card, index) => drawCard(drawing, card, textOf(card.block_id) || `${blockId}-${index}`),
  )}</div>`
}
