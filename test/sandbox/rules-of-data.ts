import { SLACK_LIMITS } from '#kernel/slack-limits.ts'
import { atLeast, atMost, blocks, CHARACTERS, ITEMS, type Rule } from './rule.ts'
import {
  type Block,
  bars,
  dataTable,
  grid,
  pie,
  raw,
  rawNumber,
  richText,
  table,
  times,
  words,
} from './samples.ts'

const { table: TABLE, data_table: DATA } = SLACK_LIMITS.blocks
const point = (label: string, value = 1): Block => ({ label, value })
const chart = (categories: string[], names = ['km'], more: Block = {}): Block =>
  bars(
    {},
    {
      series: names.map(name => ({ name, data: categories.map(label => point(label)) })),
      axis_config: { categories, ...more },
    },
  )
const labels = (count: number) => times(count, index => `c${index}`)
const PATH = 'blocks.data_visualization'

const CHARTS: Rule[] = [
  atMost(`${PATH}.title`, 'message', n => bars({ title: words(n) }), CHARACTERS),
  atMost(`${PATH}.segments`, 'message', n => pie(labels(n).map(label => point(label))), ITEMS),
  atLeast(`${PATH}.segments`, 'message', n => pie(labels(n).map(label => point(label))), ITEMS),
  atMost(`${PATH}.series`, 'message', n => chart(['a'], labels(n)), ITEMS),
  atLeast(`${PATH}.series`, 'message', n => chart(['a'], labels(n)), ITEMS),
  atMost(`${PATH}.categories`, 'message', n => chart(labels(n)), ITEMS),
  atLeast(`${PATH}.categories`, 'message', n => chart(labels(n)), ITEMS),
  atMost(`${PATH}.label`, 'message', n => chart([words(n)]), CHARACTERS),
  atMost(`${PATH}.series_name`, 'message', n => chart(['a'], [words(n)]), CHARACTERS),
  atMost(`${PATH}.axis_label`, 'message', n => chart(['a'], ['km'], { x_label: words(n) }), CHARACTERS),
  {
    rule: 'a slice of a pie is more than nothing',
    on: 'message',
    legal: blocks(pie([point('a', 0.1)])),
    illegal: blocks(pie([point('a', 0)])),
    says: 'greater than 0',
  },
  {
    rule: 'no two series have the same name',
    on: 'message',
    legal: blocks(chart(['a'], ['km', 'runs'])),
    illegal: blocks(chart(['a'], ['km', 'km'])),
    says: 'series names must be unique',
  },
  {
    rule: 'a series has one point for each category',
    on: 'message',
    legal: blocks(chart(['a', 'b'])),
    illegal: blocks(
      bars({}, { series: [{ name: 'km', data: [point('a')] }], axis_config: { categories: ['a', 'b'] } }),
    ),
    says: 'exactly one point for each category',
  },
  {
    rule: 'two charts a message',
    limits: ['message.data_visualization_per_message'],
    on: 'message',
    legal: blocks(bars(), bars()),
    illegal: blocks(bars(), bars(), bars()),
    says: 'no more than 2 data_visualization',
  },
]

const filled = (cells: number, length: number) => [times(cells, () => raw(words(length)))]

const TABLES: Rule[] = [
  atMost('blocks.table.rows', 'home', n => table(grid(n, 1)), ITEMS),
  atMost('blocks.table.columns', 'message', n => table(grid(1, n)), ITEMS),
  atMost(
    'blocks.table.column_settings',
    'message',
    n => table(grid(1, 1), { column_settings: times(n, () => null) }),
    ITEMS,
  ),
  {
    rule: 'the cells of a table hold so much together',
    limits: ['blocks.table.chars'],
    on: 'home',
    legal: blocks(table(filled(10, TABLE.chars / 10))),
    illegal: blocks(table([...filled(10, TABLE.chars / 10), times(10, () => raw('x'))])),
    says: 'together',
  },
  {
    rule: 'all rows of a table are equally long',
    on: 'message',
    legal: blocks(table([[raw('a')], [raw('b')]])),
    illegal: blocks(table([[raw('a')], [raw('b'), raw('c')]])),
    says: '[json-pointer:/blocks/0/rows/1]',
  },
  {
    rule: 'a column of a table is aligned in a known way',
    on: 'message',
    legal: blocks(table(grid(1, 1), { column_settings: [{ align: 'right', is_wrapped: true }] })),
    illegal: blocks(table(grid(1, 1), { column_settings: [{ align: 'middle' }] })),
    says: '/column_settings/0/align',
  },
]

const head = (...cells: Block[]) => [cells, cells.map(() => raw('x'))]

const DATA_TABLES: Rule[] = [
  {
    rule: 'a data table has so many rows, its header among them',
    limits: ['blocks.data_table.rows_incl_header_safe', 'blocks.data_table.rows_incl_header'],
    on: 'message',
    legal: blocks(dataTable(grid(DATA.rows_incl_header_safe[1], 1))),
    illegal: blocks(dataTable(grid(DATA.rows_incl_header_safe[1] + 1, 1))),
    says: ITEMS,
  },
  atLeast('blocks.data_table.rows_incl_header_safe', 'message', n => dataTable(grid(n, 1)), ITEMS),
  atMost('blocks.data_table.columns', 'message', n => dataTable(grid(2, n)), ITEMS),
  atLeast('blocks.data_table.columns', 'message', n => dataTable(grid(2, n)), ITEMS),
  atMost(
    'blocks.data_table.page_size',
    'message',
    n => dataTable(grid(2, 1), { page_size: n }),
    'less than or equal',
  ),
  atLeast(
    'blocks.data_table.page_size',
    'message',
    n => dataTable(grid(2, 1), { page_size: n }),
    'greater than or equal',
  ),
  {
    rule: 'the cells of a data table hold so much together',
    limits: ['blocks.data_table.chars_safe', 'blocks.data_table.chars'],
    on: 'home',
    legal: blocks(dataTable([...filled(10, DATA.chars_safe / 20), ...filled(10, DATA.chars_safe / 20)])),
    illegal: blocks(
      dataTable([...filled(10, DATA.chars_safe / 20), ...filled(10, DATA.chars_safe / 20 + 1)]),
    ),
    says: 'together',
  },
  {
    rule: 'a data table has a caption',
    on: 'message',
    legal: blocks(dataTable(grid(2, 1))),
    illegal: blocks({ type: 'data_table', rows: grid(2, 1) }),
    says: 'missing required field: caption',
  },
  {
    rule: 'no cell is empty',
    on: 'message',
    legal: blocks(dataTable([[raw('a')], [raw('–')]])),
    illegal: blocks(dataTable([[raw('a')], [raw('')]])),
    says: 'must be more than 0 characters [json-pointer:/blocks/0/rows/1/0/text]',
  },
  {
    rule: 'all rows of a data table are equally long',
    on: 'message',
    legal: blocks(
      dataTable([
        [raw('a'), raw('b')],
        [raw('c'), raw('d')],
      ]),
    ),
    illegal: blocks(dataTable([[raw('a'), raw('b')], [raw('c')]])),
    says: 'same number of cells',
  },
  {
    rule: 'a header cell is not rich text',
    on: 'message',
    legal: blocks(dataTable([[raw('a')], [richText()]])),
    illegal: blocks(dataTable(head(richText()))),
    says: 'header cell must not be rich_text',
  },
  {
    rule: 'a number has a value and words',
    on: 'message',
    legal: blocks(dataTable([[raw('km')], [rawNumber(52.3)]])),
    illegal: blocks(dataTable([[raw('km')], [{ type: 'raw_number', text: '52.3' }]])),
    says: 'missing required field: value',
  },
  {
    rule: 'the value of a number is a number',
    on: 'message',
    legal: blocks(dataTable([[raw('km')], [rawNumber(1)]])),
    illegal: blocks(dataTable([[raw('km')], [{ type: 'raw_number', value: '1', text: '1' }]])),
    says: 'must be a number',
  },
  {
    rule: 'the row header is a column of the table',
    on: 'message',
    legal: blocks(dataTable(grid(2, 2), { row_header_column_index: 1 })),
    illegal: blocks(dataTable(grid(2, 2), { row_header_column_index: 2 })),
    says: 'index of a column',
  },
]

export const RULES_OF_DATA: readonly Rule[] = [...CHARTS, ...TABLES, ...DATA_TABLES]
