import type { SKRSContext2D } from '@napi-rs/canvas'
import type { ChartConfig, WorkoutMarks } from '../chart-config.ts'
import { COLORS, SIZES, WORKOUT, WORKOUT_TONES } from '../chart-style.ts'
import { shortenUntil } from '../chart-words.ts'
import { bracketsHeight } from '../workout-chart.ts'
import { drawInstead } from './own-plot.ts'
import type { Measure } from './text-canvas.ts'

const LABEL_FONT = `600 ${SIZES.rank}px sans-serif`
const GROUP_FONT = `600 ${SIZES.subtitle}px sans-serif`
const TICK_FONT = `400 ${SIZES.rank}px sans-serif`
const LINE_FONT = `400 ${SIZES.label}px sans-serif`
const LEFT = SIZES.margin
const HARDEST = 6
/** Standing still is seen too. */
const LOWEST = 0.12
const SWATCH = 24
const TICK_MINUTES = [5, 10, 15, 20, 30, 60, 120, 240, 480] as const
const MOST_TICKS = 8

/** Draws the steps over time, brackets over what repeats, a legend of what is there, and the steps in words. */
export function drawWorkout(
  config: ChartConfig,
  { steps, groups, lines }: WorkoutMarks,
  width: number,
  measure: Measure,
): void {
  const room = width - 2 * SIZES.margin
  const seconds = steps.reduce((sum, step) => sum + step.seconds, 0)
  const scale = room / seconds
  const starts: number[] = []
  let before = 0
  for (const step of steps) {
    starts.push(LEFT + before * scale)
    before += step.seconds
  }
  const brackets = bracketsHeight(groups.length > 0)
  const endOf = (index: number) => (starts[index] ?? LEFT) + (steps[index]?.seconds ?? 0) * scale
  const fitted = (text: string, font: string, most: number) =>
    shortenUntil(text, candidate => measure(candidate, font) <= most)

  drawInstead(config, 'workout', (ctx, area) => {
    const bottom = area.top + brackets + WORKOUT.plot
    for (const [index, step] of steps.entries())
      drawStep(ctx, step, starts[index] ?? LEFT, endOf(index), bottom)
    for (const group of groups) drawGroup(ctx, group, area.top + brackets)
    drawAxis(ctx, bottom)
    drawLegend(ctx, bottom + WORKOUT.axis)
    ctx.textAlign = 'left'
    ctx.font = LINE_FONT
    ctx.fillStyle = COLORS.ink
    for (const [index, line] of lines.entries()) {
      const y = bottom + WORKOUT.axis + WORKOUT.legend + (index + 1) * WORKOUT.line - 12
      ctx.fillText(fitted(line, LINE_FONT, room), LEFT, y)
    }
  })

  function drawStep(
    ctx: SKRSContext2D,
    { intensity, label }: WorkoutMarks['steps'][number],
    x: number,
    end: number,
    bottom: number,
  ): void {
    const height = heightOf(intensity)
    // A hair of paper parts two steps, unless they are hairs themselves.
    const stepWidth = Math.max(1, end - x - (end - x > 5 ? 2 : 0))
    const { fill, ink, edge } = WORKOUT_TONES[intensity] ?? WORKOUT_TONES[0]
    ctx.fillStyle = fill
    ctx.fillRect(x, bottom - height, stepWidth, height)
    if (stepWidth > 5) {
      ctx.strokeStyle = edge
      ctx.lineWidth = 1.5
      ctx.strokeRect(x + 0.75, bottom - height + 0.75, stepWidth - 1.5, height - 1.5)
    }
    if (label === '' || height < SIZES.rank + 8 || measure(label, LABEL_FONT) > stepWidth - 8) return
    ctx.font = LABEL_FONT
    ctx.textAlign = 'center'
    ctx.fillStyle = ink
    ctx.fillText(label, x + stepWidth / 2, bottom - height / 2 + SIZES.rank * 0.36)
  }

  /** A bracket from the first of the steps to the last, and what it stands for above it. */
  function drawGroup(
    ctx: SKRSContext2D,
    { from, to, label }: WorkoutMarks['groups'][number],
    y: number,
  ): void {
    const [start, end] = [starts[from] ?? LEFT, endOf(to)]
    ctx.strokeStyle = COLORS.baseline
    ctx.lineWidth = 2
    ctx.beginPath()
    ctx.moveTo(start + 1, y - 4)
    ctx.lineTo(start + 1, y - 14)
    ctx.lineTo(end - 2, y - 14)
    ctx.lineTo(end - 2, y - 4)
    ctx.stroke()
    ctx.font = GROUP_FONT
    ctx.textAlign = 'center'
    ctx.fillStyle = COLORS.ink
    const most = groups.length === 1 ? room : Math.max(end - start, room / groups.length)
    const text = fitted(label, GROUP_FONT, most)
    const half = measure(text, GROUP_FONT) / 2
    const middle = Math.min(Math.max((start + end) / 2, LEFT + half), width - SIZES.margin - half)
    ctx.fillText(text, middle, y - 24)
  }

  function drawAxis(ctx: SKRSContext2D, bottom: number): void {
    ctx.fillStyle = COLORS.baseline
    ctx.fillRect(LEFT, bottom, room, 1)
    const minutes = seconds / 60
    const step = TICK_MINUTES.find(each => minutes / each <= MOST_TICKS) ?? minutes / MOST_TICKS
    ctx.font = TICK_FONT
    ctx.fillStyle = COLORS.muted
    for (let tick = 0; tick <= MOST_TICKS && tick * step <= minutes; tick++) {
      const minute = tick * step
      const x = LEFT + minute * 60 * scale
      const isLast = minute + step > minutes
      ctx.fillRect(Math.round(x), bottom, 1, 6)
      ctx.textAlign = minute === 0 ? 'left' : x > width - SIZES.margin - 40 ? 'right' : 'center'
      ctx.fillText(isLast ? `${Math.round(minute)} min` : String(Math.round(minute)), x, bottom + 28)
    }
  }

  function drawLegend(ctx: SKRSContext2D, top: number): void {
    const used = WORKOUT_TONES.map((tone, intensity) => ({ ...tone, intensity })).filter(({ intensity }) =>
      steps.some(step => step.intensity === intensity),
    )
    const each = room / Math.max(1, used.length)
    for (const [index, { fill, edge, name }] of used.entries()) {
      const x = LEFT + index * each
      ctx.fillStyle = fill
      ctx.fillRect(x, top, SWATCH, SWATCH)
      ctx.strokeStyle = edge
      ctx.lineWidth = 1.5
      ctx.strokeRect(x + 0.75, top + 0.75, SWATCH - 1.5, SWATCH - 1.5)
      ctx.textAlign = 'left'
      ctx.font = TICK_FONT
      ctx.fillStyle = COLORS.muted
      ctx.fillText(fitted(name, TICK_FONT, each - SWATCH - 14), x + SWATCH + 8, top + 19)
    }
  }
}

function heightOf(intensity: number): number {
  return WORKOUT.plot * (LOWEST + (1 - LOWEST) * (intensity / HARDEST))
}
