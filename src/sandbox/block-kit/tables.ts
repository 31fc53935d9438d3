import { SLACK_LIMITS } from '#kernel/slack-limits.ts'
import {
  type Check,
  type Dict,
  dictsOf,
  finiteNumber,
  flag,
  integer,
  isDict,
  list,
  object,
  ofType,
  oneOf,
  problem,
  text,
  typed,
  type Visit,
} from './check.ts'
import { blockId } from './objects.ts'
import { richText } from './rich-text.ts'
import { charactersIn } from './text-sum.ts'

const { table: TABLE, data_table: DATA } = SLACK_LIMITS.blocks

const rawText = ofType('raw_text', { required: { text: text({ max: 10_000 }) } })
const rawNumber = ofType('raw_number', {
  required: { value: finiteNumber, text: text({ max: 10_000 }) },
})
const cell = typed({ raw_text: rawText, raw_number: rawNumber, rich_text: richText })

function rowsOf(value: Dict): unknown[][] {
  return Array.isArray(value.rows) ? value.rows.filter(row => Array.isArray(row)) : []
}

function rowsAreEqual(value: Dict, at: string, visit: Visit): void {
  const width = rowsOf(value)[0]?.length
  rowsOf(value).forEach((row, index) => {
    if (row.length !== width)
      problem(visit, `${at}/rows/${index}`, 'all rows must have the same number of cells')
  })
}

function notTooMuch(value: Dict, max: number, at: string, visit: Visit): void {
  const characters = charactersIn(value.rows)
  if (characters > max)
    problem(visit, `${at}/rows`, `cells must hold less than ${max + 1} characters together`)
}

const tableShape: Check = ofType('table', {
  required: { rows: list(list(cell, { max: TABLE.columns }), { max: TABLE.rows }) },
  optional: {
    block_id: blockId,
    column_settings: list(
      (value, at, visit) => {
        if (value !== null) {
          object({ optional: { align: oneOf('left', 'center', 'right'), is_wrapped: flag } })(
            value,
            at,
            visit,
          )
        }
      },
      { max: TABLE.column_settings },
    ),
  },
})

export const table: Check = (value, at, visit) => {
  tableShape(value, at, visit)
  if (!isDict(value)) return
  rowsAreEqual(value, at, visit)
  notTooMuch(value, TABLE.chars, at, visit)
}

const dataTableShape: Check = ofType('data_table', {
  required: {
    caption: text({ max: 2000 }),
    rows: list(list(cell, { min: DATA.columns[0], max: DATA.columns[1] }), {
      min: DATA.rows_incl_header_safe[0],
      max: DATA.rows_incl_header_safe[1],
    }),
  },
  optional: {
    block_id: blockId,
    page_size: integer({ min: DATA.page_size[0], max: DATA.page_size[1] }),
    row_header_column_index: integer({ min: 0, max: DATA.columns[1] - 1 }),
  },
})

export const dataTable: Check = (value, at, visit) => {
  dataTableShape(value, at, visit)
  if (!isDict(value)) return
  rowsAreEqual(value, at, visit)
  notTooMuch(value, DATA.chars_safe, at, visit)
  const header = dictsOf(rowsOf(value)[0])
  header.forEach((each, index) => {
    if (each.type === 'rich_text')
      problem(visit, `${at}/rows/0/${index}`, 'a header cell must not be rich_text')
  })
  const width = rowsOf(value)[0]?.length ?? 0
  const rowHeader = value.row_header_column_index
  if (typeof rowHeader === 'number' && rowHeader >= width) {
    problem(visit, `${at}/row_header_column_index`, 'must be the index of a column')
  }
}
