import type { WorkoutChart } from './chart.ts'
import type { ChartPlan } from './chart-config.ts'
import { FRAME_HEIGHT, frameOf, lengthOf } from './chart-frame.ts'
import { CHART_WIDTH, COLORS, WORKOUT } from './chart-style.ts'
import { oneLine } from './chart-words.ts'

export const MOST_WORKOUT_STEPS = 500
export const MOST_WORKOUT_LINES = 14
const HARDEST = 6

/**
 * A workout over time: each step as wide as it lasts and as high as it is hard, with its lines in words below. A server
 * without our marks draws the steps as columns. Throws `RangeError` for more than 500 steps or 14 lines.
 */
export function workoutChart(chart: WorkoutChart): ChartPlan {
  if (chart.steps.length > MOST_WORKOUT_STEPS || chart.lines.length > MOST_WORKOUT_LINES) {
    throw new RangeError(`at most ${MOST_WORKOUT_STEPS} steps and ${MOST_WORKOUT_LINES} lines are legible`)
  }
  const steps = chart.steps.map(({ seconds, intensity, label }) => ({
    seconds: lengthOf(seconds),
    intensity: Math.min(HARDEST, Math.round(lengthOf(intensity))),
    label: oneLine(label),
  }))
  const groups = chart.groups.map(({ from, to, label }) => ({ from, to, label: oneLine(label) }))
  const lines = chart.lines.map(oneLine)
  const hasAny = steps.some(step => step.seconds > 0)
  const frame = frameOf(chart.title, chart.subtitle)
  return {
    width: CHART_WIDTH,
    height: hasAny ? FRAME_HEIGHT + workoutHeight(lines.length, groups.length > 0) : 300,
    config: {
      type: 'bar',
      data: {
        labels: steps.map(step => step.label),
        datasets: [{ data: steps.map(step => step.intensity), backgroundColor: COLORS.bar }],
      },
      options: {
        ...frame,
        plugins: {
          ...frame.plugins,
          astral: hasAny ? { workout: { steps, groups, lines } } : { note: 'Nothing to draw' },
        },
        scales: { x: { display: hasAny }, y: { display: hasAny, beginAtZero: true } },
      },
    },
  }
}

/** In logical pixels, without title and edges. */
export function workoutHeight(lines: number, hasGroups: boolean): number {
  return bracketsHeight(hasGroups) + WORKOUT.plot + WORKOUT.axis + WORKOUT.legend + lines * WORKOUT.line
}

/** Room above the steps: only where something repeats. */
export function bracketsHeight(hasGroups: boolean): number {
  return hasGroups ? WORKOUT.brackets : 0
}
