import { may } from '#domain/organization/permission-matrix.ts'
import { type AccessRefusal, requireActiveMember } from '#domain/organization/policy.ts'
import { WORKOUT_PAGE, type WorkoutPage } from '#domain/plan/workout-card.ts'
import { workoutTotals } from '#domain/plan/workout-totals.ts'
import { ok, type Result } from '#kernel/result.ts'
import { listWorkouts } from '#store/workout-store.ts'
import type { UnitOfReading } from '../ask.ts'

export type ListWorkouts = { text?: string; offset?: number; limit?: number }

/** A page of the library: all of it for coaches, the public part for athletes. */
export async function listLibrary(
  { db, actor }: UnitOfReading,
  { text = '', offset = 0, limit = WORKOUT_PAGE }: ListWorkouts,
): Promise<Result<WorkoutPage, AccessRefusal>> {
  const member = requireActiveMember(actor)
  if (!member.ok) return member
  const isForCoaches = may(actor, 'workout.create').ok
  const search = { text, isForCoaches, limit }
  let from = Math.max(0, offset)
  let found = await listWorkouts(db, member.value.organizationId, { ...search, offset: from })
  if (found.rows.length === 0 && from > 0) {
    // The last page went while somebody was turning to it.
    from = Math.max(0, Math.floor((found.total - 1) / limit)) * limit
    found = await listWorkouts(db, member.value.organizationId, { ...search, offset: from })
  }
  return ok({
    rows: found.rows.map(workout => ({ workout, totals: workoutTotals(workout.blocks) })),
    total: found.total,
    text,
    offset: from,
    mayCreate: isForCoaches,
  })
}
