import { describe, expect, it } from 'vitest'
import { METRICS } from '#domain/ranking/metric.ts'
import { boardAltText } from '#views/board-in-words.ts'
import { boardTable } from '#views/board-table.ts'
import {
  type LeaderboardPost,
  leaderboardPosted,
  leaderboardShown,
  leaderboardShownModal,
} from '#views/leaderboard.ts'
import { checkedMessage, checkedView } from '../fixtures/checked-view.ts'
import { member, sampleBoard } from '../fixtures/sample-board.ts'

const FULL = { chartFileId: 'F0CHART0001', withTable: true }

const post = (board = sampleBoard([member('Ana', 52.3), member('Ben', 47), member('Cem', 0)])) =>
  ({
    board,
    outboxId: 'outbox-1',
    setByName: 'Coach Mara',
    isWeekly: true,
    isLate: false,
  }) satisfies LeaderboardPost

const crowd = (
  size: number,
  name = 'A runner with a rather long name, said the one with an even longer one',
) => sampleBoard(Array.from({ length: size }, (_, index) => member(`${name} ${index}`, 200 - index / 2)))

describe('a posted leaderboard', () => {
  it('says the ranking in its text, in its picture’s words and in its table', () => {
    const message = leaderboardPosted(post(), FULL)
    expect(message.text).toBe(
      [
        '*Tuesday Track · 14–20 Nov 2026 · Distance*',
        '1. Ana, 52.3 km (6 runs)',
        '2. Ben, 47.0 km (5 runs)',
        'No runs in these days: Cem',
        '3 of 4 members share.',
      ].join('\n'),
    )
    expect(message.blocks.map(block => block.type)).toEqual([
      'header',
      'image',
      'data_table',
      'context',
      'actions',
    ])
    expect(message.blocks[1]).toMatchObject({
      slack_file: { id: 'F0CHART0001' },
      alt_text:
        'Bar chart: Tuesday Track · 14–20 Nov 2026 · Distance. 1. Ana, 52.3 km (6 runs); 2. Ben, 47.0 km (5 runs)',
    })
    expect(JSON.stringify(message.blocks[3])).toContain(
      '3 of 4 members share · days by Europe/Oslo · weekly, set up by Coach Mara',
    )
    expect(checkedMessage(message)).toEqual([])
  })

  it('has a table that sorts by number in every column but the name', () => {
    expect(boardTable(post().board).rows).toEqual([
      ['#', 'Runner', 'Distance (km)', 'Runs', 'Time'].map(text => ({ type: 'raw_text', text })),
      row(1, 'Ana', [52.3, '52.3'], [6, '6'], [18_828, '5:13:48']),
      row(2, 'Ben', [47, '47.0'], [5, '5'], [16_920, '4:42:00']),
      row(3, 'Cem', [0, '0.0'], [0, '0'], [0, '0:00']),
    ])
  })

  it('puts what counts first, and shows climb and days only where they count', () => {
    const headings = (metric: string) =>
      boardTable(sampleBoard([member('Ana', 5)], metric)).rows[0]?.map(cell => 'text' in cell && cell.text)
    expect(headings('time')).toEqual(['#', 'Runner', 'Time', 'Distance (km)', 'Runs'])
    expect(headings('elevation')).toEqual(['#', 'Runner', 'Climb (m)', 'Distance (km)', 'Runs', 'Time'])
    expect(headings('active-days')).toEqual(['#', 'Runner', 'Days', 'Distance (km)', 'Runs', 'Time'])
  })

  it.each(METRICS.map(metric => metric.name))('is sound for Slack when ranked by %s', metric => {
    const board = sampleBoard([member('Ana', 52.3), member('Ben', 0)], metric)
    expect(checkedMessage(leaderboardPosted(post(board), FULL))).toEqual([])
    expect(checkedMessage(leaderboardShown(board))).toEqual([])
  })

  it.each([1, 40, 101, 400])('stays within Slack’s limits with %i long names', size => {
    const board = crowd(size)
    for (const extras of [FULL, { chartFileId: null, withTable: false }]) {
      expect(checkedMessage(leaderboardPosted(post(board), extras))).toEqual([])
    }
    expect(checkedMessage(leaderboardShown(board))).toEqual([])
    expect(checkedView(leaderboardShownModal(board))).toEqual([])
    expect(boardAltText(board).length).toBeLessThanOrEqual(2_000)
  })

  it('counts in words whom it has no room for', () => {
    const { text } = leaderboardPosted(post(crowd(101)), FULL)
    const named = text.split('\n').filter(line => /^\d+\. /.test(line)).length
    expect(text).toContain(`… and ${101 - named} more`)
    expect(text).toContain('101 of 102 members share.')
  })

  it('prints hostile names, and pings and formats nothing', () => {
    const board = sampleBoard([member('<!channel> <@U0ANA> *Bob* & _co_', 10)])
    const { text, blocks } = leaderboardPosted({ ...post(board), setByName: '<!here>' }, FULL)
    expect(text).toContain('&lt;!channel&gt; &lt;@U0ANA&gt; ∗Bob∗ &amp; ＿co＿')
    const mrkdwn = JSON.stringify(blocks.filter(block => block.type === 'context'))
    expect(mrkdwn).toContain('&lt;!here&gt;')
    expect(mrkdwn).not.toContain('<!')
    expect(checkedMessage({ text, blocks })).toEqual([])
  })

  it('keeps figures beside names that are written from right to left', () => {
    const { text } = leaderboardPosted(post(sampleBoard([member('سلمى', 10), member('Ana', 5)])), FULL)
    expect(text).toContain('1. \u2068سلمى\u2069, 10.0 km (1 run)\n2. Ana, 5.0 km (1 run)')
  })

  it('says the ranking in a section where there is no table', () => {
    const message = leaderboardPosted(post(), { chartFileId: null, withTable: false })
    expect(message.blocks.map(block => block.type)).toEqual(['header', 'section', 'context', 'actions'])
    expect(JSON.stringify(message.blocks[1])).toContain('1. Ana, 52.3 km (6 runs)')
  })

  it('says for which days it is when it comes late', () => {
    const message = leaderboardPosted({ ...post(), isLate: true }, FULL)
    expect(message.text).toContain('Posted late: this is for 14–20 Nov 2026.')
    expect(JSON.stringify(message.blocks)).toContain('Posted late')
  })

  it.each([
    ['nobody ran', sampleBoard([member('Ana', 0)]), 'No runs in these days. The next one opens the board.'],
    ['nobody shares', { ...sampleBoard([]), total: 3 }, 'Nobody shares their runs with *Tuesday Track* yet.'],
    [
      'nobody is there',
      { ...sampleBoard([]), total: 0 },
      '*Tuesday Track* has no members in these days yet.',
    ],
  ])('is calm when %s', (_, board, sentence) => {
    const message = leaderboardPosted(post(board), FULL)
    expect(message.text).toContain(sentence)
    expect(message.blocks.map(block => block.type)).toEqual(['header', 'section', 'context', 'actions'])
    expect(checkedMessage(message)).toEqual([])
    expect(checkedMessage(leaderboardShown(board))).toEqual([])
  })

  it('gives equal scores one rank', () => {
    const { text } = leaderboardPosted(
      post(sampleBoard([member('Ben', 10), member('Ana', 10), member('Cem', 5)])),
      FULL,
    )
    expect(text).toContain('1. Ana, 10.0 km (1 run)\n1. Ben, 10.0 km (1 run)\n3. Cem, 5.0 km (1 run)')
  })
})

function row(rank: number, name: string, ...cells: [value: number, text: string][]) {
  const number = (value: number, text: string) => ({ type: 'raw_number', value, text })
  return [number(rank, String(rank)), { type: 'raw_text', text: name }, ...cells.map(cell => number(...cell))]
}
