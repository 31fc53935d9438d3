import { type AccessRefusal, requireCoach } from '#domain/organization/policy.ts'
import type { Library } from '#domain/plan/template/plan-lines.ts'
import { ok, type Result } from '#kernel/result.ts'
import { listWorkouts } from '#store/workout-store.ts'
import type { UnitOfReading } from '../ask.ts'

const MOST = 2_000

/** The club's workouts by the key of their titles, for reading a plan's text. */
export async function readLibrary(
  { db, actor }: UnitOfReading,
  _input: Record<string, never>,
): Promise<Result<Library, AccessRefusal>> {
  const coach = requireCoach(actor)
  if (!coach.ok) return coach
  const { rows } = await listWorkouts(db, coach.value.organizationId, {
    text: '',
    isForCoaches: true,
    offset: 0,
    limit: MOST,
  })
  return ok(new Map(rows.map(({ titleKey, title, text }) => [titleKey, { title, text }])))
}
