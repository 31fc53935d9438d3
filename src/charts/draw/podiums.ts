import type { SKRSContext2D } from '@napi-rs/canvas'
import type { ChartConfig, PodiumMarks } from '../chart-config.ts'
import { COLORS, PODIUM, SIZES } from '../chart-style.ts'
import { shortenUntil } from '../chart-words.ts'
import { podiumHeight } from '../podiums-chart.ts'
import type { Measure } from './text-canvas.ts'

const HEADING_FONT = `600 ${SIZES.subtitle}px sans-serif`
const NAME_FONT = `400 ${SIZES.label}px sans-serif`
const SCORE_FONT = `600 ${SIZES.rank + 2}px sans-serif`
const RANK_FONT = `600 ${SIZES.label}px sans-serif`
const EMPTY_FONT = `400 ${SIZES.rank + 1}px sans-serif`
const LEFT = SIZES.margin

/** Draws podiums where the bars would be, on a picture `width` logical pixels wide. */
export function drawPodiums(
  config: ChartConfig,
  { podiums }: PodiumMarks,
  width: number,
  measure: Measure,
): void {
  const column = (width - 2 * SIZES.margin - (PODIUM.inRow - 1) * PODIUM.columnGap) / PODIUM.inRow
  const textWidth = column - PODIUM.badge - PODIUM.badgeGap
  const fitted = (text: string, font: string) =>
    shortenUntil(text, candidate => measure(candidate, font) <= textWidth)
  // The bars are for servers that do not know podiums.
  for (const dataset of config.data.datasets) dataset.data = []
  config.data.labels = []
  if (config.options?.scales?.y) config.options.scales.y.display = false
  config.plugins = [
    {
      id: 'podiums',
      afterDraw({ ctx, chartArea }) {
        ctx.save()
        let top = chartArea.top
        for (const podium of podiums) {
          drawOne(ctx, podium, top)
          top += podiumHeight(podium.places.length)
        }
        ctx.restore()
      },
    },
  ]

  function drawOne(ctx: SKRSContext2D, podium: PodiumMarks['podiums'][number], top: number): void {
    ctx.fillStyle = COLORS.grid
    ctx.fillRect(LEFT, top, width - 2 * SIZES.margin, 1)
    ctx.textAlign = 'left'
    ctx.textBaseline = 'alphabetic'
    ctx.font = HEADING_FONT
    ctx.fillStyle = COLORS.leader
    ctx.fillText(podium.heading, LEFT, top + 30)
    const rows = top + PODIUM.heading
    if (podium.places.length === 0) {
      ctx.font = EMPTY_FONT
      ctx.fillStyle = COLORS.muted
      ctx.fillText(podium.empty, LEFT, rows + 24)
      return
    }
    for (const [index, place] of podium.places.entries()) {
      const x = LEFT + (index % PODIUM.inRow) * (column + PODIUM.columnGap)
      const y = rows + Math.floor(index / PODIUM.inRow) * PODIUM.row + PODIUM.row / 2 + 4
      drawBadge(ctx, place.rank, x, y)
      const text = x + PODIUM.badge + PODIUM.badgeGap
      ctx.textAlign = 'left'
      ctx.fillStyle = COLORS.ink
      ctx.font = NAME_FONT
      ctx.fillText(fitted(place.name, NAME_FONT), text, y - 3)
      ctx.fillStyle = COLORS.muted
      ctx.font = SCORE_FONT
      ctx.fillText(fitted(place.label, SCORE_FONT), text, y + 22)
    }
  }
}

/** The first stands out by tone; the number says it to everybody. */
function drawBadge(ctx: SKRSContext2D, rank: number, x: number, y: number): void {
  const radius = PODIUM.badge / 2
  ctx.beginPath()
  ctx.arc(x + radius, y, radius, 0, 2 * Math.PI)
  ctx.fillStyle = rank === 1 ? COLORS.leader : rank === 2 ? COLORS.bar : COLORS.paper
  ctx.fill()
  if (rank > 2) {
    ctx.strokeStyle = COLORS.bar
    ctx.lineWidth = 2
    ctx.stroke()
  }
  ctx.fillStyle = rank <= 2 ? COLORS.paper : COLORS.ink
  ctx.font = RANK_FONT
  ctx.textAlign = 'center'
  ctx.fillText(String(rank), x + radius, Math.round(y + SIZES.label * 0.35))
}
