import type { AdherenceChart } from './chart.ts'
import type { ChartPlan } from './chart-config.ts'
import { FRAME_HEIGHT, frameOf } from './chart-frame.ts'
import { CHART_WIDTH, COLORS } from './chart-style.ts'
import { oneLine } from './chart-words.ts'

const MOST_ROWS = 30
const DAYS = 7

/** In logical pixels: the days' names, a row, and the legend under them. */
export const ADHERENCE = { name: 236, label: 92, row: 46, header: 40, legend: 62 } as const

/**
 * A row an athlete, a mark a day, the share at the right. A server without our marks draws each row as a bar of the
 * sessions done. Throws `RangeError` for more than 30 rows, or a row that has not seven days.
 */
export function adherenceChart(chart: AdherenceChart): ChartPlan {
  const count = chart.rows.length
  if (count > MOST_ROWS || chart.rows.some(({ cells }) => cells.length !== DAYS)) {
    throw new RangeError(`at most ${MOST_ROWS} rows of ${DAYS} days are legible`)
  }
  const rows = chart.rows.map(({ name, cells, label }) => ({
    name: oneLine(name),
    cells,
    label: oneLine(label),
  }))
  const frame = frameOf(chart.title, chart.subtitle)
  return {
    width: CHART_WIDTH,
    height: count === 0 ? 300 : FRAME_HEIGHT + ADHERENCE.header + count * ADHERENCE.row + ADHERENCE.legend,
    config: {
      type: 'bar',
      data: {
        labels: rows.map(({ name, label }) => `${name} · ${label}`),
        datasets: [
          {
            data: rows.map(({ cells }) => cells.filter(cell => cell === 'full').length),
            backgroundColor: COLORS.bar,
          },
        ],
      },
      options: {
        ...frame,
        indexAxis: 'y',
        plugins: {
          ...frame.plugins,
          astral:
            count === 0
              ? { note: 'Nobody on a plan' }
              : { adherence: { rows, columns: chart.columns.slice(0, DAYS).map(oneLine) } },
        },
        scales: { x: { display: count > 0, beginAtZero: true }, y: { display: count > 0 } },
      },
    },
  }
}
