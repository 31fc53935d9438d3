import type { WeeksChart } from './chart.ts'
import type { ChartPlan } from './chart-config.ts'
import { FRAME_HEIGHT, frameOf, lengthOf } from './chart-frame.ts'
import { CHART_WIDTH, STACK_FILLS, WEEKS } from './chart-style.ts'
import { isolated, oneLine, shortenTo } from './chart-words.ts'

export const MOST_WEEKS = 12
export const MOST_SERIES = 8
/** Graphemes of a name where nobody can measure: the embedded renderer cuts by width instead. */
const UNMEASURED_NAME = 24

/**
 * Weeks side by side, each stacked of the same people. A server without our marks draws the stack with a legend. Throws
 * `RangeError` for more than 12 weeks or 8 people.
 */
export function weeksChart(chart: WeeksChart): ChartPlan {
  const count = chart.weeks.length
  if (count > MOST_WEEKS || chart.series.length > MOST_SERIES) {
    throw new RangeError(`at most ${MOST_WEEKS} weeks of ${MOST_SERIES} people are legible`)
  }
  const weeks = chart.weeks.map(({ lines, total }) => ({ lines: lines.map(oneLine), total: oneLine(total) }))
  const series = chart.series.map(({ name, sum, isRest, values, labels }) => ({
    name: oneLine(name),
    sum: oneLine(sum),
    isRest,
    values: Array.from({ length: count }, (_, index) => lengthOf(values[index] ?? 0)),
    labels: labels.map(oneLine),
  }))
  const hasAny = series.some(({ values }) => values.some(value => value > 0))
  const frame = frameOf(chart.title, chart.subtitle)
  return {
    width: CHART_WIDTH,
    height: hasAny ? FRAME_HEIGHT + WEEKS.plot + WEEKS.axis : 300,
    config: {
      type: 'bar',
      data: {
        labels: weeks.map(week => week.lines),
        // Chart.js stacks the first at the bottom.
        datasets: series.toReversed().map(({ name, sum, values }, index) => ({
          label: `${isolated(shortenTo(name, UNMEASURED_NAME))} · ${sum}`,
          data: values,
          backgroundColor: fillOf(series.length - 1 - index, series[series.length - 1 - index]?.isRest).fill,
          maxBarThickness: 52,
        })),
      },
      options: {
        ...frame,
        plugins: {
          ...frame.plugins,
          legend: { display: hasAny, position: 'right', reverse: true },
          astral: hasAny ? { weeks: { weeks, series } } : { note: 'No runs yet' },
        },
        scales: { x: { display: hasAny, stacked: true }, y: { display: hasAny, stacked: true } },
      },
    },
  }
}

/** How the `index`-th from above is filled: dark and light in turns, so that neighbours differ by lightness alone. */
export function fillOf(index: number, isRest = false): (typeof STACK_FILLS)[number] {
  const rest = STACK_FILLS[STACK_FILLS.length - 1]
  const fill = isRest ? rest : STACK_FILLS[index % (STACK_FILLS.length - 1)]
  if (!fill) throw new RangeError('no fills')
  return fill
}
