import type { ColumnsChart } from './chart.ts'
import type { ChartPlan } from './chart-config.ts'
import { frameOf, lengthOf } from './chart-frame.ts'
import { CHART_WIDTH, COLORS, FONT_FAMILY, SIZES } from './chart-style.ts'
import { oneLine } from './chart-words.ts'

export const MOST_COLUMNS = 60
const HEIGHT = 460
/** Values above narrower columns would run into each other; the axis says them then. */
const MOST_WITH_VALUES = 16

/** Columns over a baseline, as days or weeks follow each other. Throws `RangeError` for more than 60. */
export function columnsChart(chart: ColumnsChart): ChartPlan {
  const columns = chart.columns.map(column => ({
    lines: column.lines.map(oneLine),
    label: oneLine(column.valueLabel),
    height: lengthOf(column.value),
  }))
  if (columns.length > MOST_COLUMNS)
    throw new RangeError(`${columns.length} columns, at most ${MOST_COLUMNS}`)
  const highest = Math.max(0, ...columns.map(column => column.height))
  const hasColumns = highest > 0
  const hasValues = columns.length <= MOST_WITH_VALUES
  const tickFont = { family: FONT_FAMILY, size: SIZES.rank, lineHeight: SIZES.lineHeight }
  const frame = frameOf(chart.title, chart.subtitle, 24)
  return {
    width: CHART_WIDTH,
    height: HEIGHT,
    config: {
      type: 'bar',
      data: {
        labels: columns.map(column => column.lines),
        datasets: [
          {
            data: columns.map(column => column.height),
            backgroundColor: columns.map(column =>
              column.height === highest && hasColumns ? COLORS.leader : COLORS.bar,
            ),
            borderRadius: 5,
            borderSkipped: 'start',
            barPercentage: 0.78,
            categoryPercentage: 1,
            maxBarThickness: 64,
          },
        ],
      },
      options: {
        ...frame,
        plugins: {
          ...frame.plugins,
          astral: !hasColumns
            ? { note: 'No runs yet' }
            : hasValues
              ? { columns: { values: columns.map(column => column.label) } }
              : {},
        },
        scales: {
          x: {
            display: hasColumns,
            border: { display: true, color: COLORS.baseline, width: 1 },
            grid: { display: false },
            ticks: {
              color: COLORS.muted,
              font: tickFont,
              maxRotation: 0,
              autoSkip: true,
              autoSkipPadding: 12,
            },
          },
          y: {
            display: hasColumns,
            beginAtZero: true,
            // Room for the value above the highest column.
            suggestedMax: hasColumns ? highest * 1.1 : 1,
            border: { display: false },
            grid: { display: true, color: COLORS.grid, drawTicks: false },
            ticks: { display: !hasValues, color: COLORS.muted, font: tickFont, maxTicksLimit: 5 },
          },
        },
      },
    },
  }
}
