import { type AccessRefusal, requireCoach } from '#domain/organization/policy.ts'
import { decideNewWorkout, type WorkoutWords } from '#domain/plan/decide-workout.ts'
import type { Workout } from '#domain/plan/workout.ts'
import { workoutEvent } from '#domain/plan/workout-event.ts'
import type { WorkoutRefusal } from '#domain/plan/workout-refusal.ts'
import type { WorkoutId } from '#kernel/ids.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { findWorkoutByTitle, insertWorkout } from '#store/workout-store.ts'
import type { Done, UnitOfWork } from '../perform.ts'

/** A coach puts a workout into the club's library. */
export async function createWorkout(
  { tx, actor, now, newId }: UnitOfWork,
  words: WorkoutWords,
): Promise<Result<Done<Workout>, AccessRefusal | WorkoutRefusal>> {
  const coach = requireCoach(actor)
  if (!coach.ok) return coach
  const { organizationId, accountId } = coach.value
  const decided = decideNewWorkout({
    id: newId<WorkoutId>(),
    organizationId,
    ownerId: accountId,
    words,
    namesake: await findWorkoutByTitle(tx, organizationId, words.title),
    now,
  })
  if (!decided.ok) return decided
  const workout = decided.value
  if (!(await insertWorkout(tx, workout)))
    return refuse({ code: 'workout-title-taken', title: workout.title })
  return ok({ value: workout, events: [workoutEvent('workout.created', null, workout)] })
}
