import type { EventOf } from '#domain/event.ts'
import type { Workout } from './workout.ts'

/** What the audit keeps of a workout: its text says all that its blocks do. */
export type WorkoutData = Omit<Workout, 'blocks'>

export type WorkoutEvent = EventOf<
  'workout.created' | 'workout.edited' | 'workout.archived' | 'workout.restored',
  WorkoutData
>

/** The event of a change to a workout itself. */
export function workoutEvent(
  type: WorkoutEvent['type'],
  before: Workout | null,
  after: Workout,
): WorkoutEvent {
  return {
    type,
    organizationId: after.organizationId,
    target: { kind: 'workout', id: after.id },
    subjectId: null,
    isVisibleToSubject: false,
    before: before && dataOf(before),
    after: dataOf(after),
  }
}

function dataOf({ blocks: _, ...data }: Workout): WorkoutData {
  return data
}
