import type { SKRSContext2D } from '@napi-rs/canvas'
import { ADHERENCE } from '../adherence-chart.ts'
import type { AdherenceCell } from '../chart.ts'
import type { AdherenceMarks, ChartConfig } from '../chart-config.ts'
import { COLORS, SIZES } from '../chart-style.ts'
import { shortenUntil } from '../chart-words.ts'
import { drawInstead } from './own-plot.ts'
import type { Measure } from './text-canvas.ts'

const DAY_FONT = `400 ${SIZES.rank + 2}px sans-serif`
const NAME_FONT = `400 ${SIZES.label}px sans-serif`
const LABEL_FONT = `600 ${SIZES.subtitle}px sans-serif`
const DAYS = 7
const LEFT = SIZES.margin
const RADIUS = 14
const BELOW_MIDDLE = 0.36

const LEGEND: readonly [AdherenceCell, string][] = [
  ['full', 'done'],
  ['part', 'in part'],
  ['missed', 'not done'],
  ['pending', 'to come'],
  ['rest', 'rest'],
  ['extra', 'ran on rest'],
  ['paused', 'paused'],
]

/** Draws a row an athlete and a mark a day; the marks differ by shape, so that no colour has to be told. */
export function drawAdherence(
  config: ChartConfig,
  { rows, columns }: AdherenceMarks,
  width: number,
  measure: Measure,
): void {
  const { name, label, row, header } = ADHERENCE
  const left = LEFT + name
  const pitch = (width - SIZES.margin - label - left) / DAYS
  const fits = (room: number, font: string) => (text: string) => measure(text, font) <= room

  drawInstead(config, 'adherence', (ctx, area) => {
    ctx.textAlign = 'center'
    ctx.font = DAY_FONT
    ctx.fillStyle = COLORS.muted
    for (const [day, text] of columns.entries()) {
      ctx.fillText(
        shortenUntil(text, fits(pitch - 6, DAY_FONT)),
        left + (day + 0.5) * pitch,
        area.top + header - 14,
      )
    }
    for (const [index, each] of rows.entries()) drawRow(ctx, each, area.top + header + index * row)
    drawLegend(ctx, area.top + header + rows.length * row + 30)
  })

  function drawRow(ctx: SKRSContext2D, each: AdherenceMarks['rows'][number], top: number): void {
    const middle = top + row / 2
    ctx.fillStyle = COLORS.grid
    ctx.fillRect(LEFT, top, width - 2 * SIZES.margin, 1)
    ctx.textAlign = 'left'
    ctx.font = NAME_FONT
    ctx.fillStyle = COLORS.ink
    ctx.fillText(shortenUntil(each.name, fits(name - 14, NAME_FONT)), LEFT, onLine(middle, SIZES.label))
    for (const [day, cell] of each.cells.entries()) {
      drawMark(ctx, cell, left + (day + 0.5) * pitch, middle, RADIUS)
    }
    ctx.textAlign = 'right'
    ctx.font = LABEL_FONT
    ctx.fillStyle = COLORS.ink
    ctx.fillText(
      shortenUntil(each.label, fits(label - 6, LABEL_FONT)),
      width - SIZES.margin,
      onLine(middle, SIZES.subtitle),
    )
  }

  function drawLegend(ctx: SKRSContext2D, middle: number): void {
    const widths = LEGEND.map(([, text]) => 30 + measure(text, DAY_FONT))
    const gap = (width - 2 * SIZES.margin - widths.reduce((sum, each) => sum + each, 0)) / (LEGEND.length - 1)
    let x = LEFT
    for (const [index, [cell, text]] of LEGEND.entries()) {
      drawMark(ctx, cell, x + 10, middle, 10)
      ctx.textAlign = 'left'
      ctx.font = DAY_FONT
      ctx.fillStyle = COLORS.ink
      ctx.fillText(text, x + 26, onLine(middle, SIZES.rank + 2))
      x += (widths[index] ?? 0) + gap
    }
  }
}

/** A disc is done, half a disc in part, a ring not done, a broken ring to come, a dot rest. */
function drawMark(ctx: SKRSContext2D, cell: AdherenceCell, x: number, y: number, radius: number): void {
  ctx.lineWidth = 3
  ctx.strokeStyle = COLORS.leader
  ctx.fillStyle = COLORS.leader
  const ring = () => {
    ctx.beginPath()
    ctx.arc(x, y, radius - 1.5, 0, 2 * Math.PI)
  }
  switch (cell) {
    case 'full':
      ring()
      ctx.fill()
      ctx.stroke()
      return
    case 'part':
      ctx.beginPath()
      ctx.arc(x, y, radius - 1.5, Math.PI / 2, (3 * Math.PI) / 2)
      ctx.fill()
      ring()
      ctx.stroke()
      return
    case 'missed':
      ctx.strokeStyle = COLORS.muted
      ring()
      ctx.stroke()
      return
    case 'pending':
      ctx.strokeStyle = COLORS.baseline
      ctx.setLineDash([4, 5])
      ring()
      ctx.stroke()
      ctx.setLineDash([])
      return
    case 'rest':
      ctx.fillStyle = COLORS.baseline
      ctx.beginPath()
      ctx.arc(x, y, radius / 4, 0, 2 * Math.PI)
      ctx.fill()
      return
    case 'extra':
      ctx.fillRect(x - radius * 0.6, y - 1.5, radius * 1.2, 3)
      ctx.fillRect(x - 1.5, y - radius * 0.6, 3, radius * 1.2)
      return
    case 'paused':
      ctx.fillStyle = COLORS.muted
      ctx.fillRect(x - 5, y - radius * 0.5, 3, radius)
      ctx.fillRect(x + 2, y - radius * 0.5, 3, radius)
      return
    case 'none':
  }
}

function onLine(middle: number, size: number): number {
  return Math.round(middle + size * BELOW_MIDDLE)
}
