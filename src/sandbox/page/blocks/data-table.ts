import { digest } from '../digest.ts'
import { attributes, type Html, html } from '../html.ts'
import type { Drawing } from './drawing.ts'
import { type Fields, numberOf, rowsOf, textOf } from './read.ts'
import { drawCell, isNumericColumn, pageSizeOf } from './table.ts'

/**
 * A table that the client script sorts by its header buttons and turns page by page. All rows are in the markup;
 * those of later pages are hidden. `data-content` lets the script keep sort and page while nothing changed.
 */
export function drawDataTable(drawing: Drawing, block: Fields, blockId: string): Html {
  const [head = [], ...body] = rowsOf(block.rows)
  const pageSize = pageSizeOf(block)
  const nameColumn = numberOf(block.row_header_column_index, 0)
  const numeric = head.map((_, index) => isNumericColumn(body, index))
  const side = (index: number) => (numeric[index] ? 'align-right' : null)
  const header = head.map(
    (cell, index) =>
      html`<th scope="col" aria-sort="none"${attributes({ class: side(index) })}><button type="button" class="sort"${attributes(
        {
          'data-sort': index,
          'data-numeric': numeric[index] === true,
        },
      )}>${drawCell(drawing, cell)}<span class="sort-mark" aria-hidden="true"></span></button></th>`,
  )
  const rows = body.map(
    (row, position) =>
      html`<tr${attributes({ hidden: position >= pageSize, 'data-position': position })}>${row.map(
        (cell, index) => {
          const values = attributes({
            class: side(index),
            'data-number': cell.type === 'raw_number' && typeof cell.value === 'number' ? cell.value : null,
          })
          return index === nameColumn
            ? html`<th scope="row"${values}>${drawCell(drawing, cell)}</th>`
            : html`<td${values}>${drawCell(drawing, cell)}</td>`
        },
      )}</tr>`,
  )
  const last = Math.min(pageSize, body.length)
  const pager =
    body.length > pageSize
      ? html`<div class="pager"><span role="status" data-page-words>1–${last} of ${body.length}</span><button type="button" class="button button-small" data-page="-1" disabled>Previous</button><button type="button" class="button button-small" data-page="1">Next</button></div>`
      : null
  return html`<div class="data-table" data-keep${attributes({
    id: `table-${digest([drawing.scope, blockId])}`,
    'data-page-size': pageSize,
    'data-content': digest(block),
  })}><div class="table-scroll" role="region" tabindex="0"${attributes({ 'aria-label': textOf(block.caption) })}><table><caption><bdi>${textOf(block.caption)}</bdi></caption><thead><tr>${header}</tr></thead><tbody>${rows}</tbody></table></div>${pager}</div>`
}
