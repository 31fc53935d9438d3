import { foldSteps } from '../measure-blocks.ts'
import { parseWorkout } from '../text/parse-workout.ts'
import { workoutTotals } from '../workout-totals.ts'
import { type Intensity, measureDay } from './measure-week.ts'
import type { PlanDay, PlanWeeks } from './plan.ts'

/** A day as it stands in a calendar: `12`, `7.5`, `45′`, `8+5` for two sessions, empty for rest. */
export type CalendarCell = { label: string; intensity: Intensity }

export function calendarCell(day: PlanDay): CalendarCell {
  const labels = day.sessions.map(session => lengthOf(session.text)).filter(label => label !== '')
  return { label: labels.join('+'), intensity: measureDay(day).intensity }
}

/** Minutes where the coach wrote no distance at all, otherwise kilometres. */
function lengthOf(text: string): string {
  const read = parseWorkout(text)
  if (!read.ok) return ''
  const { distance = 0 } = foldSteps(read.value, step => ({
    distance: step.length.kind === 'distance' ? 1 : 0,
  }))
  const totals = workoutTotals(read.value)
  if (distance === 0) return `${Math.round(totals.durationMs / 60_000)}′`
  const km = totals.distanceCm / 100_000
  return km < 10 ? String(Number(km.toFixed(1))) : String(Math.round(km))
}

/** So many weeks are legible in one picture on a phone. */
const WEEKS_A_PICTURE = 16

/** The weeks of each picture, as evenly as can be: 18 are 9 and 9. Numbers from 0, the end not included. */
export function picturesOf(weeks: PlanWeeks | number): { from: number; to: number }[] {
  const count = typeof weeks === 'number' ? weeks : weeks.length
  const pictures = Math.ceil(count / WEEKS_A_PICTURE)
  const most = pictures === 0 ? 0 : Math.ceil(count / pictures)
  return Array.from({ length: pictures }, (_, at) => ({
    from: at * most,
    to: Math.min(count, (at + 1) * most),
  })).filter(({ from, to }) => to > from)
}
