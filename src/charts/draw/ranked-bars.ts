import type { SKRSContext2D } from '@napi-rs/canvas'
import type { Chart } from 'chart.js'
import type { ChartConfig } from '../chart-config.ts'
import { COLORS, SIZES } from '../chart-style.ts'
import { shortenUntil } from '../chart-words.ts'
import type { LeaderboardMarks } from '../leaderboard-chart.ts'
import type { Measure } from './draw-chart.ts'

const WIDEST_NAME = 290
const WIDEST_VALUE = 190
const NAME_GAP = 12
const BADGE_WIDTH = 36
const BADGE_HEIGHT = 28
const BAR_GAP = 10
const LEADERS = 3

const NAME_FONT = `400 ${SIZES.label}px sans-serif`
const VALUE_FONT = `600 ${SIZES.label}px sans-serif`
const RANK_FONT = `600 ${SIZES.rank}px sans-serif`

/** Gives a leaderboard its names, rank numbers and values, and the room they need. */
export function rankBars(config: ChartConfig, marks: LeaderboardMarks, measure: Measure): void {
  const fitted = (text: string, font: string, width: number) =>
    shortenUntil(text, candidate => measure(candidate, font) <= width)
  const names = marks.names.map(name => fitted(name, NAME_FONT, WIDEST_NAME))
  const values = marks.values.map(value => fitted(value, VALUE_FONT, WIDEST_VALUE))
  const nameWidth = Math.ceil(Math.max(...names.map(name => measure(name, NAME_FONT))))
  const valueWidth = Math.ceil(Math.max(...values.map(value => measure(value, VALUE_FONT))))

  const { layout, scales } = config.options ?? {}
  if (layout) layout.padding = { ...SIDES, right: SIZES.margin + valueWidth + BAR_GAP }
  if (scales?.y) {
    scales.y.ticks = { display: false }
    scales.y.afterFit = axis => {
      axis.width = nameWidth + NAME_GAP + BADGE_WIDTH + BAR_GAP
    }
  }
  // The longest bar ends where its value begins, so that bars have all the room there is.
  if (scales?.x) scales.x.max = Number(scales.x.suggestedMax)
  config.plugins = [
    { id: 'ranked-bars', afterDatasetsDraw: chart => drawMarks(chart, names, values, marks.ranks) },
  ]
}

const SIDES = { left: SIZES.margin, top: 20, bottom: 20 }

function drawMarks(
  chart: Pick<Chart, 'ctx' | 'chartArea' | 'getDatasetMeta'>,
  names: string[],
  values: string[],
  ranks: number[],
): void {
  const { chartArea } = chart
  const ctx: SKRSContext2D = chart.ctx
  const badge = chartArea.left - BAR_GAP - BADGE_WIDTH
  ctx.save()
  ctx.textBaseline = 'alphabetic'
  for (const [index, bar] of chart.getDatasetMeta(0).data.entries()) {
    const isLeader = (ranks[index] ?? Infinity) <= LEADERS
    // Text is centred by the height of its figures, about 0.7 of the size, whatever letters the name has.
    const baseline = (size: number) => Math.round(bar.y + size * 0.35)
    ctx.textAlign = 'right'
    ctx.fillStyle = COLORS.ink
    ctx.font = NAME_FONT
    ctx.fillText(names[index] ?? '', badge - NAME_GAP, baseline(SIZES.label))
    if (isLeader) {
      ctx.fillStyle = COLORS.leader
      ctx.beginPath()
      ctx.roundRect(badge, Math.round(bar.y - BADGE_HEIGHT / 2), BADGE_WIDTH, BADGE_HEIGHT, BADGE_HEIGHT / 2)
      ctx.fill()
    }
    ctx.textAlign = 'center'
    ctx.fillStyle = isLeader ? COLORS.paper : COLORS.muted
    ctx.font = RANK_FONT
    ctx.fillText(String(ranks[index] ?? ''), badge + BADGE_WIDTH / 2, baseline(SIZES.rank))
    ctx.textAlign = 'left'
    ctx.fillStyle = COLORS.ink
    ctx.font = VALUE_FONT
    ctx.fillText(values[index] ?? '', bar.x + BAR_GAP, baseline(SIZES.label))
  }
  ctx.restore()
}
