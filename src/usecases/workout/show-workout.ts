import { may } from '#domain/organization/permission-matrix.ts'
import type { AccessRefusal } from '#domain/organization/policy.ts'
import type { WorkoutCard } from '#domain/plan/workout-card.ts'
import type { WorkoutRefusal } from '#domain/plan/workout-refusal.ts'
import { workoutTotals } from '#domain/plan/workout-totals.ts'
import { ok, type Result } from '#kernel/result.ts'
import type { UnitOfReading } from '../ask.ts'
import { type NamedWorkout, requireWorkout } from './require-workout.ts'

/** One workout of the library, with what it comes to. */
export async function showWorkout(
  { db, actor }: UnitOfReading,
  named: NamedWorkout,
): Promise<Result<WorkoutCard, AccessRefusal | WorkoutRefusal>> {
  const found = await requireWorkout(db, actor, named)
  if (!found.ok) return found
  const workout = found.value
  return ok({
    workout,
    totals: workoutTotals(workout.blocks),
    mayEdit: may(actor, 'workout.create').ok,
  })
}
