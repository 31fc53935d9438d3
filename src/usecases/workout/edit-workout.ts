import type { AccessRefusal } from '#domain/organization/policy.ts'
import { decideWorkoutChange, type WorkoutWords } from '#domain/plan/decide-workout.ts'
import type { Workout } from '#domain/plan/workout.ts'
import { workoutEvent } from '#domain/plan/workout-event.ts'
import type { WorkoutRefusal } from '#domain/plan/workout-refusal.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { findWorkoutByTitle, updateWorkout } from '#store/workout-store.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { requireWorkoutToChange } from './require-workout.ts'

export type EditWorkout = { workoutId: string; words: WorkoutWords; seenVersion: number }

/** A coach changes a workout on the version that they saw; who comes second is shown what changed. */
export async function editWorkout(
  { tx, actor, now }: UnitOfWork,
  { workoutId, words, seenVersion }: EditWorkout,
): Promise<Result<Done<Workout>, AccessRefusal | WorkoutRefusal>> {
  const found = await requireWorkoutToChange(tx, actor, workoutId)
  if (!found.ok) return found
  const before = found.value
  const namesake = await findWorkoutByTitle(tx, before.organizationId, words.title)
  const decided = decideWorkoutChange({ workout: before, words, seenVersion, namesake, now })
  if (!decided.ok) return decided
  const after = decided.value
  const written = await updateWorkout(tx, after)
  if (written === 'title-taken') return refuse({ code: 'workout-title-taken', title: after.title })
  if (written === 'overtaken') return refuse({ code: 'workout-changed-meanwhile', current: before })
  return ok({ value: after, events: [workoutEvent('workout.edited', before, after)] })
}
