import type { SKRSContext2D } from '@napi-rs/canvas'
import type { ChartConfig, PlanCalendarMarks } from '../chart-config.ts'
import { CALENDAR, CALENDAR_TONES, COLORS, SIZES } from '../chart-style.ts'
import { shortenUntil } from '../chart-words.ts'
import { drawInstead } from './own-plot.ts'
import type { Measure } from './text-canvas.ts'

const DAY_FONT = `400 ${SIZES.rank + 2}px sans-serif`
const NAME_FONT = `600 ${SIZES.rank + 2}px sans-serif`
const TOTAL_FONT = `600 ${SIZES.subtitle}px sans-serif`
const CELL_FONT = `600 ${SIZES.label}px sans-serif`
const SMALL_CELL_FONT = `600 ${SIZES.rank}px sans-serif`
const DAYS = 7
const LEFT = SIZES.margin
/** How far below its middle the line of a text stands, as a part of its size. */
const BELOW_MIDDLE = 0.36

/** Draws a row a week and a cell a day: the harder the day, the darker its cell, and a letter says it too. */
export function drawPlanCalendar(
  config: ChartConfig,
  { weeks, dayNames, legend }: PlanCalendarMarks,
  width: number,
  measure: Measure,
): void {
  const { name, total, row, gap, header } = CALENDAR
  const left = LEFT + name
  const pitch = (width - SIZES.margin - total - left) / DAYS
  const cell = { width: pitch - gap, height: row - gap }
  const fits = (room: number, font: string) => (text: string) => measure(text, font) <= room

  drawInstead(config, 'plan-calendar', (ctx, area) => {
    ctx.textAlign = 'center'
    ctx.font = DAY_FONT
    ctx.fillStyle = COLORS.muted
    for (const [day, text] of dayNames.slice(0, DAYS).entries()) {
      ctx.fillText(
        shortenUntil(text, fits(cell.width, DAY_FONT)),
        left + day * pitch + cell.width / 2,
        area.top + header - 12,
      )
    }
    for (const [index, week] of weeks.entries()) drawWeek(ctx, week, area.top + header + index * row)
    drawLegend(ctx, area.top + header + weeks.length * row + 14)
  })

  function drawWeek(ctx: SKRSContext2D, week: PlanCalendarMarks['weeks'][number], top: number): void {
    const middle = top + cell.height / 2
    ctx.textAlign = 'left'
    ctx.font = NAME_FONT
    ctx.fillStyle = COLORS.muted
    ctx.fillText(shortenUntil(week.name, fits(name - gap, NAME_FONT)), LEFT, onLine(middle, SIZES.rank + 2))
    for (const [day, { label, tone }] of week.days.entries()) {
      drawCell(ctx, label, tone, left + day * pitch, top)
    }
    ctx.textAlign = 'right'
    ctx.font = TOTAL_FONT
    ctx.fillStyle = COLORS.ink
    ctx.fillText(
      shortenUntil(week.total, fits(total - gap, TOTAL_FONT)),
      width - SIZES.margin,
      onLine(middle, SIZES.subtitle),
    )
  }

  function drawCell(ctx: SKRSContext2D, label: string, tone: number, x: number, top: number): void {
    const { fill, ink, edge } = CALENDAR_TONES[tone] ?? CALENDAR_TONES[0]
    ctx.beginPath()
    ctx.roundRect(x + 1, top + 1, cell.width - 2, cell.height - 2, 8)
    ctx.fillStyle = fill
    ctx.fill()
    ctx.strokeStyle = edge
    ctx.lineWidth = 2
    ctx.stroke()
    if (label === '') return
    const room = cell.width - 8
    const isSmall = !fits(room, CELL_FONT)(label)
    ctx.textAlign = 'center'
    ctx.font = isSmall ? SMALL_CELL_FONT : CELL_FONT
    ctx.fillStyle = ink
    ctx.fillText(
      isSmall ? shortenUntil(label, fits(room, SMALL_CELL_FONT)) : label,
      x + cell.width / 2,
      onLine(top + cell.height / 2, isSmall ? SIZES.rank : SIZES.label),
    )
  }

  function drawLegend(ctx: SKRSContext2D, top: number): void {
    const size = 26
    const room = (width - 2 * SIZES.margin) / Math.max(1, legend.length)
    for (const [index, { label, tone }] of legend.entries()) {
      const x = LEFT + index * room
      const { fill, edge } = CALENDAR_TONES[tone] ?? CALENDAR_TONES[0]
      ctx.beginPath()
      ctx.roundRect(x + 1, top + 1, size, size, 6)
      ctx.fillStyle = fill
      ctx.fill()
      ctx.strokeStyle = edge
      ctx.lineWidth = 2
      ctx.stroke()
      ctx.textAlign = 'left'
      ctx.font = DAY_FONT
      ctx.fillStyle = COLORS.ink
      ctx.fillText(
        shortenUntil(label, fits(room - size - 18, DAY_FONT)),
        x + size + 10,
        onLine(top + 1 + size / 2, SIZES.rank + 2),
      )
    }
  }
}

function onLine(middle: number, size: number): number {
  return Math.round(middle + size * BELOW_MIDDLE)
}
