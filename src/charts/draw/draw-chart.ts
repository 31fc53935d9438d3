import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartArea,
  LinearScale,
  SubTitle,
  Title,
} from 'chart.js'
import type { AstralMarks, ChartConfig } from '../chart-config.ts'
import { COLORS, SIZES } from '../chart-style.ts'
import type { ChartDescription } from '../describe-chart.ts'
import { drawAdherence } from './adherence.ts'
import { writeOnColumns } from './columns.ts'
import { encodePng } from './encode-png.ts'
import { fitHeading } from './fit-heading.ts'
import type { FontBook } from './font-book.ts'
import { drawLoad } from './load.ts'
import { drawPlanCalendar } from './plan-calendar.ts'
import { drawPodiums } from './podiums.ts'
import { rankBars } from './ranked-bars.ts'
import { drawTextWith, type Measure } from './text-canvas.ts'
import { drawWeeks } from './weeks.ts'
import { drawWorkout } from './workout.ts'

export type Drawer = {
  /** PNG bytes of a description from `describeChart`. Throws on a description Chart.js cannot draw. */
  draw(description: ChartDescription): Uint8Array<ArrayBuffer>
}

/** The pixels of an opaque canvas as an image file. */
export type Encode = (canvas: Canvas) => Uint8Array<ArrayBuffer>

const encodeLossless: Encode = canvas => encodePng(canvas.data(), canvas.width, canvas.height)

Chart.register(BarController, BarElement, CategoryScale, LinearScale, SubTitle, Title)

const MOST_MEASURED = 4_000

/** One canvas for all charts: a fresh one each would pile up memory that is freed late. */
export function createDrawer(fonts: FontBook, encode: Encode = encodeLossless): Drawer {
  const canvas = createCanvas(1, 1)
  const context = canvas.getContext('2d')
  drawTextWith(context, fonts)
  const measured = new Map<string, number>()
  const measure: Measure = (text, font) => {
    const key = `${font}\n${text}`
    const known = measured.get(key)
    if (known !== undefined) return known
    context.font = font
    const { width } = context.measureText(text)
    // Dates, figures and members come again and again, and measuring costs more than drawing.
    if (measured.size >= MOST_MEASURED) measured.clear()
    measured.set(key, width)
    return width
  }

  return {
    draw(description) {
      const config: ChartConfig = JSON.parse(description.chart)
      const addedHeight = dress(config, description, measure)
      canvas.width = description.width
      canvas.height = description.height + addedHeight
      const options = { ...config.options, devicePixelRatio: description.devicePixelRatio }
      try {
        new Chart<'bar', number[], string | string[]>(canvas, {
          ...config,
          options,
          plugins: [...(config.plugins ?? []), paper(description.backgroundColor)],
        })
        return encode(canvas)
      } finally {
        // Also after a chart that failed half-way, which would keep the canvas from the next.
        Chart.getChart(canvas)?.destroy()
      }
    },
  }
}

/** Adds what JSON has no words for: measured headings, our own marks. Returns the logical pixels they need on top. */
function dress(config: ChartConfig, description: ChartDescription, measure: Measure): number {
  const plugins = config.options?.plugins
  const width = description.width - 2 * SIZES.margin
  let addedHeight = 0
  for (const [heading, size, weight] of [
    [plugins?.title, SIZES.title, 600],
    [plugins?.subtitle, SIZES.subtitle, 400],
  ] as const) {
    if (typeof heading?.text !== 'string') continue
    const lines = fitHeading(heading.text, `${weight} ${size}px sans-serif`, width, measure)
    heading.text = lines
    addedHeight += (lines.length - 1) * size * SIZES.lineHeight
  }
  // Chart.js makes every option partial, also those it does not know; these were written whole.
  const marks = plugins?.astral as AstralMarks | undefined
  if (marks?.leaderboard) rankBars(config, marks.leaderboard, description.width, measure)
  if (marks?.podiums) drawPodiums(config, marks.podiums, description.width, measure)
  if (marks?.columns) writeOnColumns(config, marks.columns)
  if (marks?.load) drawLoad(config, marks.load, description.width, measure)
  if (marks?.weeks) drawWeeks(config, marks.weeks, description.width, measure)
  if (marks?.adherence) drawAdherence(config, marks.adherence, description.width, measure)
  if (marks?.workout) drawWorkout(config, marks.workout, description.width, measure)
  if (marks?.planCalendar) drawPlanCalendar(config, marks.planCalendar, description.width, measure)
  const note = marks?.note
  if (note !== undefined)
    config.plugins = [{ id: 'note', afterDraw: chart => drawNote(chart.ctx, note, chart.chartArea) }]
  return Math.ceil(addedHeight)
}

function drawNote(ctx: SKRSContext2D, note: string, area: ChartArea): void {
  ctx.save()
  ctx.font = `400 ${SIZES.note}px sans-serif`
  ctx.fillStyle = COLORS.muted
  ctx.textAlign = 'center'
  ctx.textBaseline = 'middle'
  ctx.fillText(note, (area.left + area.right) / 2, (area.top + area.bottom) / 2)
  ctx.restore()
}

function paper(color: string) {
  return {
    id: 'paper',
    beforeDraw({ ctx, width, height }: Chart<'bar', number[], string | string[]>) {
      ctx.save()
      ctx.fillStyle = color
      ctx.fillRect(0, 0, width, height)
      ctx.restore()
    },
  }
}
