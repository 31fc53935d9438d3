import quickchart from 'quickchart-js'
import { adherenceChart } from './adherence-chart.ts'
import type { Chart } from './chart.ts'
import type { ChartPlan } from './chart-config.ts'
import { COLORS, DEVICE_PIXEL_RATIO } from './chart-style.ts'
import { columnsChart } from './columns-chart.ts'
import { leaderboardChart } from './leaderboard-chart.ts'
import { loadChart } from './load-chart.ts'
import { planCalendarChart } from './plan-calendar-chart.ts'
import { podiumsChart } from './podiums-chart.ts'
import { weeksChart } from './weeks-chart.ts'
import { workoutChart } from './workout-chart.ts'

// The package's types describe its CommonJS shape; as a module its class is the default export itself.
const QuickChart = quickchart as unknown as typeof quickchart.default

/** A chart as QuickChart describes it. `chart` is the Chart.js configuration as JSON text; sizes in logical pixels. */
export type ChartDescription = {
  chart: string
  width: number
  height: number
  devicePixelRatio: number
  backgroundColor: string
  format: 'png'
  version: '4'
}

/** The one description that every renderer draws from. Throws `RangeError` for a chart beyond its bounds. */
export function describeChart(chart: Chart): ChartDescription {
  const plan = planOf(chart)
  const described = new QuickChart()
    .setConfig(JSON.stringify(plan.config))
    .setWidth(plan.width)
    .setHeight(plan.height)
    .setDevicePixelRatio(DEVICE_PIXEL_RATIO)
    .setBackgroundColor(COLORS.paper)
    .setFormat('png')
    .setVersion('4')
    .getPostData()
  return {
    chart: described.chart,
    width: plan.width,
    height: plan.height,
    devicePixelRatio: DEVICE_PIXEL_RATIO,
    backgroundColor: COLORS.paper,
    format: 'png',
    version: '4',
  }
}

function planOf(chart: Chart): ChartPlan {
  switch (chart.kind) {
    case 'leaderboard':
      return leaderboardChart(chart)
    case 'columns':
      return columnsChart(chart)
    case 'podiums':
      return podiumsChart(chart)
    case 'load':
      return loadChart(chart)
    case 'weeks':
      return weeksChart(chart)
    case 'adherence':
      return adherenceChart(chart)
    case 'workout':
      return workoutChart(chart)
    case 'plan-calendar':
      return planCalendarChart(chart)
  }
}
