import { attributes, type Html, html } from '../html.ts'
import type { Drawing } from './drawing.ts'
import { type Fields, listOf, maybeText, numberOf, rowsOf, textOf } from './read.ts'
import { drawRichText } from './rich-text.ts'

export function drawCell(drawing: Drawing, cell: Fields): Html {
  if (cell.type === 'rich_text') return drawRichText(drawing, cell)
  const words = maybeText(cell.text) ?? (typeof cell.value === 'number' ? String(cell.value) : '')
  return html`<bdi>${words}</bdi>`
}

/** A `table` block: the first row is the header, as in Slack. */
export function drawTable(drawing: Drawing, block: Fields): Html {
  const settings = Array.isArray(block.column_settings) ? listOf(block.column_settings) : []
  const [head = [], ...body] = rowsOf(block.rows)
  const classOf = (index: number, cell: Fields) => {
    const align = textOf(settings[index]?.align)
    const isRight = align === 'right' || (align === '' && cell.type === 'raw_number')
    return [
      isRight ? 'align-right' : align === 'center' ? 'align-center' : '',
      settings[index]?.is_wrapped === true ? 'wrapped' : '',
    ]
      .filter(name => name !== '')
      .join(' ')
  }
  return html`<div class="table-scroll" role="region" aria-label="Table" tabindex="0"><table><thead><tr>${head.map(
    (cell, index) =>
      html`<th scope="col"${attributes({ class: classOf(index, cell) || null })}>${drawCell(drawing, cell)}</th>`,
  )}</tr></thead><tbody>${body.map(
    row =>
      html`<tr>${row.map(
        (cell, index) =>
          html`<td${attributes({ class: classOf(index, cell) || null })}>${drawCell(drawing, cell)}</td>`,
      )}</tr>`,
  )}</tbody></table></div>`
}

/** True when a column sorts as numbers: every data cell is a `raw_number`. */
export function isNumericColumn(rows: Fields[][], index: number): boolean {
  return rows.length > 0 && rows.every(row => row[index]?.type === 'raw_number')
}

export function pageSizeOf(block: Fields): number {
  return Math.min(Math.max(numberOf(block.page_size, 5), 1), 100)
}
