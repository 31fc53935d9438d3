import type { SKRSContext2D } from '@napi-rs/canvas'
import type { Chart } from 'chart.js'
import type { ChartConfig, LeaderboardMarks } from '../chart-config.ts'
import { COLORS, SIZES } from '../chart-style.ts'
import { shortenUntil } from '../chart-words.ts'
import type { Measure } from './text-canvas.ts'

const WIDEST_NAME = 256
const WIDEST_VALUE = 190
const NAME_GAP = 12
const BADGE_WIDTH = 36
const BADGE_HEIGHT = 28
const BAR_GAP = 10
const QUARTERS = [0, 0.25, 0.5, 0.75, 1]

const NAME_FONT = `400 ${SIZES.label}px sans-serif`
const VALUE_FONT = `600 ${SIZES.label}px sans-serif`
const RANK_FONT = `600 ${SIZES.rank}px sans-serif`

/** Gives a leaderboard `width` logical pixels wide its names, rank numbers and values, and the room they need. */
export function rankBars(
  config: ChartConfig,
  marks: LeaderboardMarks,
  width: number,
  measure: Measure,
): void {
  const fitted = (text: string, font: string, most: number) =>
    shortenUntil(text, candidate => measure(candidate, font) <= most)
  const names = marks.names.map(name => fitted(name, NAME_FONT, WIDEST_NAME))
  const values = marks.values.map(value => fitted(value, VALUE_FONT, WIDEST_VALUE))
  const nameWidth = Math.ceil(Math.max(...names.map(name => measure(name, NAME_FONT))))
  const valueWidth = Math.ceil(Math.max(...values.map(value => measure(value, VALUE_FONT))))
  const axisWidth = nameWidth + NAME_GAP + BADGE_WIDTH + BAR_GAP
  const plotWidth = width - 2 * SIZES.margin - axisWidth

  const scales = config.options?.scales
  if (scales?.y) {
    scales.y.ticks = { display: false }
    scales.y.afterFit = axis => {
      axis.width = axisWidth
    }
  }
  // The scale goes on beyond the longest bar just as far as that bar's value needs.
  if (scales?.x) {
    const longest = Number(scales.x.suggestedMax)
    scales.x.max = (longest * plotWidth) / (plotWidth - valueWidth - BAR_GAP)
    scales.x.afterBuildTicks = axis => {
      axis.ticks = QUARTERS.map(part => ({ value: longest * part }))
    }
  }
  const fittedMarks = { ...marks, names, values }
  config.plugins = [{ id: 'ranked-bars', afterDatasetsDraw: chart => drawMarks(chart, fittedMarks) }]
}

function drawMarks(
  chart: Pick<Chart, 'ctx' | 'chartArea' | 'getDatasetMeta'>,
  marks: LeaderboardMarks,
): void {
  const { chartArea } = chart
  const ctx: SKRSContext2D = chart.ctx
  const badge = chartArea.left - BAR_GAP - BADGE_WIDTH
  const row = chartArea.height / marks.names.length
  ctx.save()
  ctx.textBaseline = 'alphabetic'
  for (const [index, bar] of chart.getDatasetMeta(0).data.entries()) {
    const isLeader = marks.leaders[index] ?? false
    const value = marks.values[index] ?? ''
    // Text is centred by the height of its figures, about 0.7 of the size, whatever letters the name has.
    const baseline = (size: number) => Math.round(bar.y + size * 0.35)
    ctx.textAlign = 'right'
    ctx.fillStyle = COLORS.ink
    ctx.font = NAME_FONT
    ctx.fillText(marks.names[index] ?? '', badge - NAME_GAP, baseline(SIZES.label))
    if (isLeader) {
      ctx.fillStyle = COLORS.leader
      ctx.beginPath()
      ctx.roundRect(badge, Math.round(bar.y - BADGE_HEIGHT / 2), BADGE_WIDTH, BADGE_HEIGHT, BADGE_HEIGHT / 2)
      ctx.fill()
    }
    ctx.textAlign = 'center'
    ctx.fillStyle = isLeader ? COLORS.paper : COLORS.muted
    ctx.font = RANK_FONT
    ctx.fillText(String(marks.ranks[index] ?? ''), badge + BADGE_WIDTH / 2, baseline(SIZES.rank))
    ctx.textAlign = 'left'
    ctx.font = VALUE_FONT
    // Paper under the value, the whole row high, or the grid would run through its figures.
    ctx.fillStyle = COLORS.paper
    ctx.fillRect(bar.x + BAR_GAP / 2, bar.y - row / 2, ctx.measureText(value).width + BAR_GAP, row)
    ctx.fillStyle = COLORS.ink
    ctx.fillText(value, bar.x + BAR_GAP, baseline(SIZES.label))
  }
  ctx.restore()
}
