import type { SKRSContext2D } from '@napi-rs/canvas'
import type { ChartConfig, LoadMarks } from '../chart-config.ts'
import { COLORS, LOAD, SIZES } from '../chart-style.ts'
import { drawInstead } from './own-plot.ts'
import { roundStep, spread, stepsUpTo } from './steps.ts'
import type { Measure } from './text-canvas.ts'

const END_FONT = `600 ${SIZES.subtitle - 1}px sans-serif`
const TICK_FONT = `400 ${SIZES.rank}px sans-serif`
const END_GAP = 12
/** A piece of the line before its name: which is which, whatever colours somebody sees. */
const SAMPLE = 33
const SAMPLE_GAP = 7
const END_LINE = 27
/** One race among easy days would press the lines flat: columns end at so many times the highest line. */
const HIGHEST_COLUMN = 2.5
const DASHES = { fitness: [], fatigue: [9, 6] } as const
/** Above the highest column, for what a cut one would reach. */
const HEADROOM = 26
const LEFT = SIZES.margin

/** Draws load, fitness and fatigue above, form below, each line named at its end with what it says on the last day. */
export function drawLoad(config: ChartConfig, { days }: LoadMarks, width: number, measure: Measure): void {
  const last = days.at(-1)
  if (!last) return
  const lines = (['fitness', 'fatigue'] as const).map(key => ({
    key,
    color: key === 'fitness' ? COLORS.leader : COLORS.warm,
    values: days.map(day => day[key]),
    label: `${key === 'fitness' ? 'Fitness' : 'Fatigue'} ${last[key].toFixed(1)}`,
  }))
  const formLabel = `Form ${signed(last.form)}`
  const highestLine = Math.max(...lines.flatMap(line => line.values))
  const highest = Math.max(...days.map(day => day.load), highestLine)
  const top = Math.max(highestLine, Math.min(highest, HIGHEST_COLUMN * highestLine)) * 1.06 || 1
  const step = roundStep(top, 4)
  const tickText = (value: number) => (step < 1 ? value.toFixed(1) : String(Math.round(value)))
  const tickWidth = Math.max(...stepsUpTo(top, step).map(value => measure(tickText(value), TICK_FONT)))
  const endWidth = Math.max(...[...lines.map(line => line.label), formLabel].map(t => measure(t, END_FONT)))
  const left = LEFT + tickWidth + 10
  const right = width - SIZES.margin - endWidth - SAMPLE - SAMPLE_GAP - END_GAP
  const ends = right + END_GAP
  const names = ends + SAMPLE + SAMPLE_GAP
  const pitch = (right - left) / days.length
  const xOf = (index: number) => left + (index + 0.5) * pitch

  drawInstead(config, 'load', (ctx, area) => {
    const [upperTop, upperBottom] = [area.top, area.top + LOAD.upper]
    const lowerTop = upperBottom + LOAD.gap
    const yOf = (value: number) => upperBottom - (Math.min(value, top) / top) * (LOAD.upper - HEADROOM)
    drawGrid(ctx, yOf)
    drawColumns(ctx, yOf)
    for (const line of lines) drawLine(ctx, line, yOf)
    drawEnds(ctx, yOf, upperTop, upperBottom)
    drawForm(ctx, lowerTop)
    drawDays(ctx, lowerTop + LOAD.lower + LOAD.axis - 8)
  })

  function drawGrid(ctx: SKRSContext2D, yOf: (value: number) => number): void {
    ctx.font = TICK_FONT
    ctx.textAlign = 'right'
    for (const value of stepsUpTo(top, step)) {
      ctx.fillStyle = value === 0 ? COLORS.baseline : COLORS.grid
      ctx.fillRect(left, Math.round(yOf(value)), right - left, 1)
      ctx.fillStyle = COLORS.muted
      ctx.fillText(tickText(value), left - 10, yOf(value) + SIZES.rank * 0.35)
    }
  }

  function drawColumns(ctx: SKRSContext2D, yOf: (value: number) => number): void {
    ctx.font = TICK_FONT
    ctx.textAlign = 'center'
    let free = left
    for (const [index, { load }] of days.entries()) {
      if (load === 0) continue
      ctx.fillStyle = COLORS.pale
      const y = yOf(load)
      ctx.fillRect(xOf(index) - pitch * 0.38, y, Math.max(1, Math.min(48, pitch * 0.76)), yOf(0) - y)
      if (load <= top) continue
      // Cut, with a gap that shows it; the figure says how far it would go.
      ctx.fillStyle = COLORS.paper
      ctx.fillRect(xOf(index) - pitch * 0.5, y + 7, pitch, 4)
      const text = tickText(load)
      const half = measure(text, TICK_FONT) / 2
      const x = Math.min(Math.max(xOf(index), left + half), right - half)
      if (x - half < free) continue
      free = x + half + 4
      ctx.fillStyle = COLORS.muted
      ctx.fillText(text, x, y - 5)
    }
  }

  function drawLine(
    ctx: SKRSContext2D,
    { key, color, values }: (typeof lines)[number],
    yOf: (value: number) => number,
  ): void {
    ctx.beginPath()
    for (const [index, value] of values.entries()) ctx.lineTo(xOf(index), yOf(value))
    ctx.lineJoin = 'round'
    // Paper around a line keeps it apart from columns and from the other line.
    ctx.setLineDash([])
    ctx.strokeStyle = COLORS.paper
    ctx.lineWidth = 6
    ctx.stroke()
    ctx.setLineDash([...DASHES[key]])
    ctx.strokeStyle = color
    ctx.lineWidth = 3.5
    ctx.stroke()
    ctx.setLineDash([])
    ctx.beginPath()
    ctx.arc(xOf(values.length - 1), yOf(values.at(-1) ?? 0), 5, 0, 2 * Math.PI)
    ctx.fillStyle = color
    ctx.fill()
  }

  function drawEnds(ctx: SKRSContext2D, yOf: (value: number) => number, from: number, to: number): void {
    const heights = lines.map(line => yOf(line.values.at(-1) ?? 0))
    const places = spread(heights, END_LINE, from + 8, to - 6)
    ctx.font = END_FONT
    ctx.textAlign = 'left'
    for (const [index, line] of lines.entries()) {
      const y = places[index] ?? 0
      ctx.strokeStyle = line.color
      ctx.lineWidth = 3.5
      ctx.setLineDash([...DASHES[line.key]])
      ctx.beginPath()
      ctx.moveTo(ends, y)
      ctx.lineTo(ends + SAMPLE, y)
      ctx.stroke()
      ctx.setLineDash([])
      ctx.fillStyle = line.color
      ctx.fillText(line.label, names, y + SIZES.subtitle * 0.35)
    }
  }

  /** Above its zero fresh, below it tired: the side says it, the tone repeats it. */
  function drawForm(ctx: SKRSContext2D, panel: number): void {
    const [most, least] = [
      Math.max(0, ...days.map(day => day.form)),
      Math.min(0, ...days.map(day => day.form)),
    ]
    const span = most - least || 1
    const zero = panel + (span === 1 && most === 0 && least === 0 ? 0.5 : most / span) * LOAD.lower
    for (const [index, { form }] of days.entries()) {
      const length = (Math.abs(form) / span) * LOAD.lower
      ctx.fillStyle = form >= 0 ? COLORS.bar : COLORS.paleWarm
      const columnWidth = Math.max(1, Math.min(48, pitch * 0.76))
      ctx.fillRect(xOf(index) - pitch * 0.38, form >= 0 ? zero - length : zero, columnWidth, length)
    }
    ctx.fillStyle = COLORS.baseline
    ctx.fillRect(left, Math.round(zero), right - left, 1)
    ctx.font = END_FONT
    ctx.textAlign = 'left'
    ctx.fillStyle = COLORS.ink
    const end = zero - ((days.at(-1)?.form ?? 0) / span) * LOAD.lower
    ctx.fillText(formLabel, names, Math.min(Math.max(end, panel + 10), panel + LOAD.lower - 4) + 8)
    ctx.font = TICK_FONT
    ctx.textAlign = 'right'
    ctx.fillStyle = COLORS.muted
    ctx.fillText('0', left - 10, zero + SIZES.rank * 0.35)
  }

  /** Every week or second week counted back from the last day, as there is room. */
  function drawDays(ctx: SKRSContext2D, baseline: number): void {
    ctx.font = TICK_FONT
    ctx.textAlign = 'center'
    ctx.fillStyle = COLORS.muted
    const widest = Math.max(...days.map(day => measure(day.on, TICK_FONT))) + 20
    const every = [1, 7, 14, 28].find(count => count * pitch >= widest) ?? days.length
    for (let index = days.length - 1; index >= 0; index -= every) {
      const on = days[index]?.on ?? ''
      const half = measure(on, TICK_FONT) / 2
      if (xOf(index) - half < LEFT) break
      ctx.fillText(on, xOf(index), baseline)
    }
  }
}

/** `+3.1`, `−2.0`, `0.0`, with a true minus. */
function signed(value: number): string {
  const text = Math.abs(value).toFixed(1)
  if (text === '0.0') return text
  return value > 0 ? `+${text}` : `−${text}`
}
