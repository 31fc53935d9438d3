import type { WorkoutTextFault } from './text/workout-text-fault.ts'
import type { Workout } from './workout.ts'

export type WorkoutRefusal =
  | { code: 'workout-title-empty' }
  | { code: 'workout-title-too-long'; limit: number; length: number }
  | { code: 'workout-title-taken'; title: string }
  | { code: 'workout-text-wrong'; text: string; fault: WorkoutTextFault }
  | { code: 'workout-unknown'; title: string; suggestion: string | null }
  | { code: 'workout-gone' }
  | { code: 'workout-changed-meanwhile'; current: Workout }
  | { code: 'workout-archived'; title: string }
