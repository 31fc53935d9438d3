import { type Html, html } from '../html.ts'
import { drawCard, drawCarousel } from './card.ts'
import { drawContainer } from './container.ts'
import { drawDataTable } from './data-table.ts'
import { drawDataVisualization } from './data-visualization.ts'
import type { Drawing } from './drawing.ts'
import { drawImageBlock } from './image.ts'
import { drawInput } from './input.ts'
import { drawMarkdown } from './markdown.ts'
import { type Fields, textOf } from './read.ts'
import { drawRichText } from './rich-text.ts'
import { drawActions, drawContext, drawHeader, drawSection } from './section.ts'
import { drawTable } from './table.ts'
import { drawPlan, drawTaskCard } from './task.ts'
import { drawText } from './text-object.ts'
import { drawVideo } from './video.ts'

type DrawBlock = (drawing: Drawing, block: Fields, blockId: string) => Html

const levels = ['default', 'info', 'warning', 'error', 'success']

const drawers: Record<string, DrawBlock> = {
  section: drawSection,
  header: drawHeader,
  divider: () => html`<hr>`,
  context: drawContext,
  actions: drawActions,
  context_actions: drawActions,
  input: drawInput,
  image: drawImageBlock,
  rich_text: drawRichText,
  markdown: (_drawing, block) => drawMarkdown(textOf(block.text)),
  table: drawTable,
  data_table: drawDataTable,
  data_visualization: (_drawing, block) => drawDataVisualization(block),
  card: drawCard,
  carousel: drawCarousel,
  container: (drawing, block, blockId) =>
    drawContainer(drawing, block, blockId, children => drawBlocks(drawing, children)),
  plan: drawPlan,
  task_card: drawTaskCard,
  video: (_drawing, block) => drawVideo(block),
  alert: (drawing, block) =>
    html`<div class="alert alert-${levels.includes(textOf(block.level)) ? textOf(block.level) : 'default'}" role="note" dir="auto">${drawText(drawing, block.text)}</div>`,
}

/** The block types this page can draw. */
export const drawnBlockTypes: readonly string[] = Object.keys(drawers)

/** Blocks as HTML, in their order. A block of unknown type is shown as its JSON, so that it cannot be overlooked. */
export function drawBlocks(drawing: Drawing, blocks: readonly (Fields & { type: string })[]): Html {
  return html`${blocks.map((block, index) => {
    const draw = Object.hasOwn(drawers, block.type) ? drawers[block.type] : undefined
    const content = draw
      ? draw(drawing, block, textOf(block.block_id) || `block-${index}`)
      : html`<details class="not-drawn"><summary>“${block.type}” is not drawn here</summary><pre>${JSON.stringify(block, null, 2)}</pre></details>`
    return html`<div class="block">${content}</div>`
  })}`
}
