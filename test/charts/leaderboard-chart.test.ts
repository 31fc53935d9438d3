import { describe, expect, it } from 'vitest'
import { describeChart } from '#charts/describe-chart.ts'
import { leaderboardChart } from '#charts/leaderboard-chart.ts'
import { board, HARD_NAMES } from './sample-boards.ts'

describe('the leaderboard as data', () => {
  it('is the same after a trip through JSON: no functions, nothing undefined', () => {
    const { config } = leaderboardChart(board(20))
    expect(JSON.parse(JSON.stringify(config))).toStrictEqual(config)
  })

  it('says rank, name and value in one label, for a server that has no marks of ours', () => {
    const { config } = leaderboardChart(board(2))
    expect(config.data.labels).toEqual([
      '1. \u2068Zoë Ångström\u2069 · \u206881.7 km\u2069',
      '2. \u2068李小龍\u2069 · \u206876.0 km\u2069',
    ])
  })

  it('gives the first three a darker tone, and none without a value', () => {
    const tones = (values: number[]) =>
      leaderboardChart(board(values.length, index => values[index] ?? 0)).config.data.datasets[0]
        ?.backgroundColor
    const [dark, light] = ['#0a6150', '#4a9d87']
    expect(tones([9, 8, 7, 6])).toEqual([dark, dark, dark, light])
    expect(tones([9, 0, 0])).toEqual([dark, light, light])
  })

  it('takes what is no length for zero', () => {
    const odd = [Number.NaN, Number.POSITIVE_INFINITY, -4, 3]
    const bars = odd.map((value, index) => ({ name: 'A', value, label: '', rank: index + 1 }))
    const { config } = leaderboardChart({ ...board(0), bars })
    expect(config.data.datasets[0]?.data).toEqual([0, 0, 0, 3])
  })

  it('grows with its bars and refuses more than forty', () => {
    const heights = [0, 1, 3, 20, 40].map(count => leaderboardChart(board(count)).height)
    expect(heights).toEqual([300, 164, 268, 952, 1_592])
    expect(() => leaderboardChart(board(41))).toThrow(RangeError)
  })

  it('says so when there is nothing to show', () => {
    expect(leaderboardChart(board(0)).config.options?.plugins?.astral).toEqual({ note: 'No runs yet' })
  })

  it('is described for version 4 at twice the size, names only as JSON strings', () => {
    const name = '"});process.exit(1);// <!channel> `x` \u2028'
    const chart = { ...board(1), bars: [{ name, value: 1, label: '1 km', rank: 1 }] }
    const description = describeChart(chart)
    expect(description).toMatchObject({ width: 800, devicePixelRatio: 2, version: '4', format: 'png' })
    const config = JSON.parse(description.chart)
    expect(config.options.plugins.astral.leaderboard.names).toEqual(['"});process.exit(1);// <!channel> `x`'])
    expect(JSON.parse(describeChart(board(20)).chart).options.plugins.astral.leaderboard.names).toEqual(
      HARD_NAMES,
    )
  })
})
