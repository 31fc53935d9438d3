import type { LoadChart } from './chart.ts'
import type { ChartConfig, ChartPlan } from './chart-config.ts'
import { FRAME_HEIGHT, finite, frameOf, lengthOf } from './chart-frame.ts'
import { CHART_WIDTH, COLORS, LOAD } from './chart-style.ts'
import { oneLine } from './chart-words.ts'

export const MOST_LOAD_DAYS = 120

/**
 * Daily load with fitness and fatigue over it, form under it. A server without our marks draws columns and three lines,
 * told apart by their dashes and by the legend. Throws `RangeError` for more than 120 days.
 */
export function loadChart(chart: LoadChart): ChartPlan {
  if (chart.days.length > MOST_LOAD_DAYS) {
    throw new RangeError(`${chart.days.length} days, at most ${MOST_LOAD_DAYS}`)
  }
  const days = chart.days.map(({ on, load, fitness, fatigue, form }) => ({
    on: oneLine(on),
    load: lengthOf(load),
    fitness: lengthOf(fitness),
    fatigue: lengthOf(fatigue),
    form: finite(form),
  }))
  const hasLoad = days.some(day => day.load > 0 || day.fitness > 0)
  const frame = frameOf(chart.title, chart.subtitle)
  const line = (label: string, data: number[], color: string, borderDash: number[]) => ({
    type: 'line',
    label,
    data,
    borderColor: color,
    borderDash,
    borderWidth: 3,
    pointRadius: 0,
  })
  return {
    width: CHART_WIDTH,
    height: hasLoad ? FRAME_HEIGHT + LOAD.upper + LOAD.gap + LOAD.lower + LOAD.axis : 300,
    config: {
      type: 'bar',
      data: {
        labels: days.map(day => day.on),
        datasets: hasLoad ? datasets() : [],
      },
      options: {
        ...frame,
        plugins: {
          ...frame.plugins,
          legend: { display: hasLoad },
          astral: hasLoad ? { load: { days } } : { note: 'No load yet' },
        },
        scales: { x: { display: hasLoad, ticks: { maxRotation: 0 } }, y: { display: hasLoad } },
      },
    },
  }

  /** Columns and lines in one: Chart.js takes both, its type for a bar chart does not. */
  function datasets(): ChartConfig['data']['datasets'] {
    const mixed: unknown = [
      line(
        'Fitness',
        days.map(day => day.fitness),
        COLORS.leader,
        [],
      ),
      line(
        'Fatigue',
        days.map(day => day.fatigue),
        COLORS.warm,
        [9, 6],
      ),
      line(
        'Form',
        days.map(day => day.form),
        COLORS.muted,
        [2, 5],
      ),
      { label: 'Load', data: days.map(day => day.load), backgroundColor: COLORS.pale },
    ]
    return mixed as ChartConfig['data']['datasets']
  }
}
