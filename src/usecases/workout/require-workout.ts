import type { Actor } from '#domain/organization/actor.ts'
import { may } from '#domain/organization/permission-matrix.ts'
import { type AccessRefusal, requireActiveMember, requireCoach } from '#domain/organization/policy.ts'
import type { Workout } from '#domain/plan/workout.ts'
import type { WorkoutRefusal } from '#domain/plan/workout-refusal.ts'
import { didYouMean } from '#domain/text/edit-distance.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { Reading } from '#store/db.ts'
import { findWorkout, findWorkoutByTitle, listWorkouts } from '#store/workout-store.ts'

/** A workout by what names it: the button that was pressed, or a title as somebody typed it. */
export type NamedWorkout = { workoutId: string } | { title: string }

/** Titles that a mistyped one is compared to. */
const COMPARED = 200

/** The workout, if it is in the library of whoever asks: what is for coaches is not hinted at to others. */
export async function requireWorkout(
  db: Reading,
  actor: Actor,
  named: NamedWorkout,
): Promise<Result<Workout, AccessRefusal | WorkoutRefusal>> {
  const member = requireActiveMember(actor)
  if (!member.ok) return member
  const { organizationId } = member.value
  const isForCoaches = may(actor, 'workout.create').ok
  const found =
    'title' in named
      ? await findWorkoutByTitle(db, organizationId, named.title)
      : await findWorkout(db, organizationId, named.workoutId)
  if (found && (isForCoaches || (found.visibility === 'public' && found.archivedAt === null)))
    return ok(found)
  if (!('title' in named)) return refuse({ code: 'workout-gone' })
  const { rows } = await listWorkouts(db, organizationId, {
    text: '',
    isForCoaches,
    offset: 0,
    limit: COMPARED,
  })
  const suggestion = didYouMean(
    named.title,
    rows.map(row => row.title),
  )
  return refuse({ code: 'workout-unknown', title: named.title, suggestion: suggestion ?? null })
}

/** The workout, for a coach who may change it. */
export async function requireWorkoutToChange(
  db: Reading,
  actor: Actor,
  workoutId: string,
): Promise<Result<Workout, AccessRefusal | WorkoutRefusal>> {
  const coach = requireCoach(actor)
  return coach.ok ? requireWorkout(db, actor, { workoutId }) : coach
}
