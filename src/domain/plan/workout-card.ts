import type { Workout } from './workout.ts'
import type { WorkoutTotals } from './workout-totals.ts'

/** One workout as somebody may see it. */
export type WorkoutCard = { workout: Workout; totals: WorkoutTotals; mayEdit: boolean }

/** Rows of a page of the library. */
export const WORKOUT_PAGE = 10

export type WorkoutPage = {
  rows: { workout: Workout; totals: WorkoutTotals }[]
  total: number
  text: string
  offset: number
  mayCreate: boolean
}
