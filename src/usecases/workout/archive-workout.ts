import type { AccessRefusal } from '#domain/organization/policy.ts'
import { decideWorkoutArchived } from '#domain/plan/decide-workout.ts'
import type { Workout } from '#domain/plan/workout.ts'
import { workoutEvent } from '#domain/plan/workout-event.ts'
import type { WorkoutRefusal } from '#domain/plan/workout-refusal.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { updateWorkout } from '#store/workout-store.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { requireWorkoutToChange } from './require-workout.ts'

export type ArchiveWorkout = { workoutId: string; isArchived: boolean }

/** Puts a workout away, or back. Pressing twice does it once. */
export async function archiveWorkout(
  { tx, actor, now }: UnitOfWork,
  { workoutId, isArchived }: ArchiveWorkout,
): Promise<Result<Done<Workout>, AccessRefusal | WorkoutRefusal>> {
  const found = await requireWorkoutToChange(tx, actor, workoutId)
  if (!found.ok) return found
  const before = found.value
  if ((before.archivedAt !== null) === isArchived) return ok({ value: before, events: [] })
  const after = decideWorkoutArchived(before, isArchived, now)
  const written = await updateWorkout(tx, after)
  if (written === 'title-taken') return refuse({ code: 'workout-title-taken', title: after.title })
  if (written === 'overtaken') return refuse({ code: 'workout-changed-meanwhile', current: before })
  const type = isArchived ? 'workout.archived' : 'workout.restored'
  return ok({ value: after, events: [workoutEvent(type, before, after)] })
}
