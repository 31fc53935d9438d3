import { attributes, type Html, html } from '../html.ts'
import type { Drawing } from './drawing.ts'
import { partId } from './element-place.ts'
import { drawPicture } from './image.ts'
import { type Fields, listOf, maybeText, textOf } from './read.ts'
import { drawRichText } from './rich-text.ts'
import { drawText } from './text-object.ts'

/** @param drawChildren draws the blocks inside */
export function drawContainer(
  drawing: Drawing,
  block: Fields,
  blockId: string,
  drawChildren: (blocks: (Fields & { type: string })[]) => Html,
): Html {
  const title = block.rich_text_title
    ? drawRichText(drawing, block.rich_text_title)
    : drawText(drawing, block.title)
  const head = html`${block.icon ? drawPicture(drawing, block.icon, 'card-icon') : null}<span class="container-title">${title}</span>${
    block.subtitle ? html`<span class="container-subtitle">${drawText(drawing, block.subtitle)}</span>` : null
  }`
  const inside = html`<div class="container-body">${drawChildren(listOf(block.child_blocks).map(withType))}</div>`
  const className = `container container-${maybeText(block.width) ?? 'standard'}`
  return block.is_collapsible === true
    ? html`<details class="${className}"${attributes({ id: partId(drawing, blockId, 'container'), open: block.default_collapsed !== true })}><summary>${head}</summary>${inside}</details>`
    : html`<div class="${className}"><div class="container-head">${head}</div>${inside}</div>`
}

function withType(child: Fields): Fields & { type: string } {
  return { ...child, type: textOf(child.type) }
}
