import type { SKRSContext2D } from '@napi-rs/canvas'
import type { ChartConfig, WeekMarks } from '../chart-config.ts'
import { COLORS, SIZES, WEEKS } from '../chart-style.ts'
import { shortenUntil } from '../chart-words.ts'
import { fillOf } from '../weeks-chart.ts'
import { drawInstead } from './own-plot.ts'
import { roundStep, stepsUpTo } from './steps.ts'
import type { Measure } from './text-canvas.ts'

const NAME_FONT = `400 ${SIZES.subtitle}px sans-serif`
const SUM_FONT = `400 ${SIZES.rank}px sans-serif`
const NUMBER_FONT = `600 ${SIZES.rank}px sans-serif`
const TOTAL_FONT = `600 ${SIZES.rank}px sans-serif`
const TICK_FONT = `400 ${SIZES.rank}px sans-serif`
const SWATCH = { width: 34, height: 30, gap: 10 } as const
const WIDEST_NAME = 196
const LEGEND_GAP = 24
/** A part lower than this has no room for its number. */
const LEAST_NUMBERED = 22
/** Room for the total above the highest column. */
const HEADROOM = 26
const LEFT = SIZES.margin

/** Draws the stacked weeks, each part numbered as in the list beside it, which stands in the order of the stack. */
export function drawWeeks(
  config: ChartConfig,
  { weeks, series }: WeekMarks,
  width: number,
  measure: Measure,
): void {
  const fitted = (text: string, font: string) =>
    shortenUntil(text, candidate => measure(candidate, font) <= WIDEST_NAME)
  const entries = series.map(({ name, sum, isRest }, index) => ({
    number: isRest ? '' : String(index + 1),
    name: fitted(name, NAME_FONT),
    sum: fitted(sum, SUM_FONT),
    isRest,
    ...fillOf(index, isRest),
  }))
  const textWidth = Math.max(
    ...entries.flatMap(({ name, sum }) => [measure(name, NAME_FONT), measure(sum, SUM_FONT)]),
  )
  const legend = width - SIZES.margin - textWidth - SWATCH.gap - SWATCH.width
  const right = legend - LEGEND_GAP
  const pitch = (right - LEFT) / weeks.length
  const columnWidth = Math.min(64, pitch * 0.76)
  const totals = weeks.map((_, week) => series.reduce((sum, { values }) => sum + (values[week] ?? 0), 0))
  const highest = Math.max(...totals)

  drawInstead(config, 'weeks', (ctx, area) => {
    const bottom = area.top + WEEKS.plot
    const scale = (WEEKS.plot - HEADROOM) / highest
    ctx.fillStyle = COLORS.grid
    for (const value of stepsUpTo(highest, roundStep(highest, 4))) {
      ctx.fillRect(LEFT, Math.round(bottom - value * scale), right - LEFT, 1)
    }
    for (const [week, { lines, total }] of weeks.entries()) {
      const x = LEFT + (week + 0.5) * pitch
      drawColumn(ctx, week, x, bottom, scale)
      ctx.textAlign = 'center'
      ctx.font = TOTAL_FONT
      ctx.fillStyle = COLORS.ink
      ctx.fillText(within(total, TOTAL_FONT), x, bottom - (totals[week] ?? 0) * scale - 8)
      ctx.font = TICK_FONT
      ctx.fillStyle = COLORS.muted
      for (const [row, line] of lines.entries())
        ctx.fillText(within(line, TICK_FONT), x, bottom + 26 + row * 23)
    }
    ctx.fillStyle = COLORS.baseline
    ctx.fillRect(LEFT, bottom, right - LEFT, 1)
    for (const [index, entry] of entries.entries()) drawEntry(ctx, entry, area.top + 4 + index * rowHeight)
  })

  const rowHeight = Math.min(58, (WEEKS.plot + WEEKS.axis - 8) / Math.max(1, entries.length))

  /** Cut to its column's place, so that it never runs into its neighbours. */
  function within(text: string, font: string): string {
    return shortenUntil(text, candidate => measure(candidate, font) <= pitch - 4)
  }

  function drawColumn(ctx: SKRSContext2D, week: number, x: number, bottom: number, scale: number): void {
    let y = bottom - (totals[week] ?? 0) * scale
    for (const [index, { values }] of series.entries()) {
      const entry = entries[index]
      const height = (values[week] ?? 0) * scale
      if (!entry || height <= 0) continue
      drawPart(ctx, entry, x - columnWidth / 2, y, columnWidth, height)
      if (height >= LEAST_NUMBERED) drawNumber(ctx, entry, x, y + height / 2)
      y += height
    }
  }

  /** A hair of paper parts it from the one above. */
  function drawPart(
    ctx: SKRSContext2D,
    { fill, isRest }: (typeof entries)[number],
    x: number,
    y: number,
    partWidth: number,
    height: number,
  ): void {
    const inner = Math.max(height - 2, Math.min(height, 1))
    ctx.fillStyle = fill
    ctx.fillRect(x, y + height - inner, partWidth, inner)
    if (!isRest) return
    ctx.save()
    ctx.beginPath()
    ctx.rect(x, y + height - inner, partWidth, inner)
    ctx.clip()
    ctx.strokeStyle = COLORS.baseline
    ctx.lineWidth = 2
    ctx.beginPath()
    for (let offset = -height; offset < partWidth; offset += 10) {
      ctx.moveTo(x + offset, y + height)
      ctx.lineTo(x + offset + height, y)
    }
    ctx.stroke()
    ctx.restore()
  }

  function drawNumber(
    ctx: SKRSContext2D,
    { number, ink }: (typeof entries)[number],
    x: number,
    y: number,
  ): void {
    if (number === '') return
    ctx.font = NUMBER_FONT
    ctx.textAlign = 'center'
    ctx.fillStyle = ink
    ctx.fillText(number, x, Math.round(y + SIZES.rank * 0.36))
  }

  function drawEntry(ctx: SKRSContext2D, entry: (typeof entries)[number], y: number): void {
    drawPart(ctx, entry, legend, y, SWATCH.width, SWATCH.height)
    drawNumber(ctx, entry, legend + SWATCH.width / 2, y + SWATCH.height / 2 + 1)
    const text = legend + SWATCH.width + SWATCH.gap
    ctx.textAlign = 'left'
    ctx.font = NAME_FONT
    ctx.fillStyle = COLORS.ink
    ctx.fillText(entry.name, text, y + 17)
    ctx.font = SUM_FONT
    ctx.fillStyle = COLORS.muted
    ctx.fillText(entry.sum, text, y + 43)
  }
}
