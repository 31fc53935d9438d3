import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sortedPositions } from '../../src/sandbox/page/client/sort-rows.ts'
import { inner } from './example-drawing.ts'
import { strictTags } from './strict-markup.ts'

const raw = (text: string) => ({ type: 'raw_text', text })
const figure = (value: number, text = String(value)) => ({ type: 'raw_number', value, text })

function table(more: Record<string, unknown> = {}) {
  return {
    type: 'data_table',
    block_id: 't',
    caption: 'Leaderboard of 3 & more',
    page_size: 2,
    row_header_column_index: 1,
    rows: [
      [raw('#'), raw('Runner'), raw('km'), raw('Note')],
      [figure(1), raw('נועה'), figure(9.5, '9.50'), raw('–')],
      [figure(2), raw('Ana'), figure(10), figure(3)],
      [figure(3), raw('<b>'), figure(2), raw('7')],
    ],
    ...more,
  }
}

describe('data table', () => {
  test('has a caption, column headers that sort, and names its rows by the chosen column', () => {
    const markup = inner(table())
    expect(markup).toContain('<caption><bdi>Leaderboard of 3 &amp; more</bdi></caption>')
    const tags = strictTags(markup)
    const headers = tags.filter(tag => tag.attributes.get('scope') === 'col')
    expect(headers.map(tag => tag.attributes.get('aria-sort'))).toEqual(['none', 'none', 'none', 'none'])
    expect(markup).toContain('<th scope="row"><bdi>Ana</bdi></th>')
    expect(markup).toContain('<th scope="row"><bdi>&lt;b&gt;</bdi></th>')
  })

  test('a column is numeric only if every cell is a number, and shows the words the app gave', () => {
    const sorters = strictTags(inner(table())).filter(tag => tag.attributes.has('data-sort'))
    expect(sorters.map(tag => tag.attributes.has('data-numeric'))).toEqual([true, false, true, false])
    expect(inner(table())).toContain('<td class="align-right" data-number="9.5"><bdi>9.50</bdi></td>')
  })

  test('shows the first page and hides the rest', () => {
    const rows = strictTags(inner(table())).filter(tag => tag.attributes.has('data-position'))
    expect(rows.map(tag => tag.attributes.has('hidden'))).toEqual([false, false, true])
    expect(inner(table())).toContain('1–2 of 3')
    expect(inner(table({ page_size: 3 }))).not.toContain('class="pager"')
  })

  test('five rows make a page where the app does not say', () => {
    const rows = [[raw('n')], ...Array.from({ length: 6 }, (_, index) => [figure(index)])]
    const tags = strictTags(inner(table({ rows, page_size: undefined, row_header_column_index: 0 })))
    expect(tags.filter(tag => tag.name === 'tr' && tag.attributes.has('hidden'))).toHaveLength(1)
  })

  test('numbers sort by value and words by the alphabet', () => {
    const rows = [
      { position: 0, text: '9', number: 9 },
      { position: 1, text: '10', number: 10 },
      { position: 2, text: '2', number: 2 },
    ]
    expect(sortedPositions(rows, true, false)).toEqual([2, 0, 1])
    expect(sortedPositions(rows, true, true)).toEqual([1, 0, 2])
    expect(sortedPositions(rows, false, false)).toEqual([1, 2, 0])
  })

  test('sorting is a permutation, and equal rows keep their order both ways', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3 })), fc.boolean(), (numbers, isDescending) => {
        const rows = numbers.map((number, position) => ({ position, text: String(number), number }))
        const order = sortedPositions(rows, true, isDescending)
        expect([...order].sort((a, b) => a - b)).toEqual(rows.map(row => row.position))
        for (let at = 1; at < order.length; at += 1) {
          const before = order[at - 1] ?? 0
          const after = order[at] ?? 0
          const difference = (numbers[after] ?? 0) - (numbers[before] ?? 0)
          expect(isDescending ? -difference : difference).toBeGreaterThanOrEqual(0)
          if (difference === 0) expect(before).toBeLessThan(after)
        }
      }),
    )
  })
})
