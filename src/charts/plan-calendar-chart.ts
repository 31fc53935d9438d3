import type { PlanCalendarChart } from './chart.ts'
import type { ChartPlan } from './chart-config.ts'
import { FRAME_HEIGHT, frameOf, lengthOf } from './chart-frame.ts'
import { CALENDAR, CHART_WIDTH, COLORS } from './chart-style.ts'
import { oneLine } from './chart-words.ts'

const MOST_WEEKS = 20
const DAYS = 7

/**
 * Weeks under one another, seven days each, with a sum at the right. A server without our marks draws each week as a bar
 * of its sum. Throws `RangeError` for more than 20 weeks, or a week that has not seven days.
 */
export function planCalendarChart(chart: PlanCalendarChart): ChartPlan {
  const count = chart.weeks.length
  if (count > MOST_WEEKS || chart.weeks.some(({ days }) => days.length !== DAYS)) {
    throw new RangeError(`at most ${MOST_WEEKS} weeks of ${DAYS} days are legible`)
  }
  const weeks = chart.weeks.map(({ name, total, value, days }) => ({
    name: oneLine(name),
    total: oneLine(total),
    value: lengthOf(value),
    days: days.map(({ label, tone }) => ({ label: oneLine(label), tone })),
  }))
  const frame = frameOf(chart.title, chart.subtitle)
  const { header, row, legend } = CALENDAR
  return {
    width: CHART_WIDTH,
    height: count === 0 ? 300 : FRAME_HEIGHT + header + count * row + legend,
    config: {
      type: 'bar',
      data: {
        labels: weeks.map(({ name, total }) => `${name} · ${total}`),
        datasets: [{ data: weeks.map(week => week.value), backgroundColor: COLORS.bar }],
      },
      options: {
        ...frame,
        indexAxis: 'y',
        plugins: {
          ...frame.plugins,
          astral:
            count === 0
              ? { note: 'No weeks yet' }
              : {
                  planCalendar: {
                    weeks,
                    dayNames: chart.dayNames.map(oneLine),
                    legend: chart.legend.map(({ label, tone }) => ({ label: oneLine(label), tone })),
                  },
                },
        },
        scales: { x: { display: count > 0, beginAtZero: true }, y: { display: count > 0 } },
      },
    },
  }
}
