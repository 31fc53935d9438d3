import { type AccessRefusal, requireCoach } from '#domain/organization/policy.ts'
import { decideNewWorkout } from '#domain/plan/decide-workout.ts'
import { WORKOUT_TITLE_MAX, type Workout } from '#domain/plan/workout.ts'
import { workoutEvent } from '#domain/plan/workout-event.ts'
import type { WorkoutRefusal } from '#domain/plan/workout-refusal.ts'
import type { WorkoutId } from '#kernel/ids.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { findWorkoutByTitle, insertWorkout } from '#store/workout-store.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { requireWorkout } from './require-workout.ts'

/** Copies of one workout before a coach has to find titles of their own. */
const COPIES_MOST = 20

/** A coach copies a workout, to change the copy; the copy is theirs. */
export async function duplicateWorkout(
  { tx, actor, now, newId }: UnitOfWork,
  workoutId: string,
): Promise<Result<Done<Workout>, AccessRefusal | WorkoutRefusal>> {
  const coach = requireCoach(actor)
  if (!coach.ok) return coach
  const found = await requireWorkout(tx, actor, { workoutId })
  if (!found.ok) return found
  const { organizationId, accountId } = coach.value
  const { text, subType, visibility } = found.value
  for (let number = 1; number <= COPIES_MOST; number += 1) {
    const title = copyTitle(found.value.title, number)
    if (await findWorkoutByTitle(tx, organizationId, title)) continue
    const decided = decideNewWorkout({
      id: newId<WorkoutId>(),
      organizationId,
      ownerId: accountId,
      words: { title, text, subType, visibility },
      namesake: undefined,
      now,
    })
    if (!decided.ok) return decided
    const copy = decided.value
    if (!(await insertWorkout(tx, copy))) return refuse({ code: 'workout-title-taken', title })
    return ok({ value: copy, events: [workoutEvent('workout.created', null, copy)] })
  }
  return refuse({ code: 'workout-title-taken', title: copyTitle(found.value.title, COPIES_MOST) })
}

function copyTitle(title: string, number: number): string {
  const ending = number === 1 ? ' (copy)' : ` (copy ${number})`
  return `${[...title]
    .slice(0, WORKOUT_TITLE_MAX - ending.length)
    .join('')
    .trim()}${ending}`
}
