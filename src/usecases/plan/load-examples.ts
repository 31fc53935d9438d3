import { type AccessRefusal, requireCoach } from '#domain/organization/policy.ts'
import { ok, type Result } from '#kernel/result.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { addExamples } from './add-examples.ts'

/** Adds our example plans; those whose title there is already are left alone. */
export async function loadExamples(
  unit: UnitOfWork,
  _input: Record<string, never>,
): Promise<Result<Done<{ added: string[] }>, AccessRefusal>> {
  const coach = requireCoach(unit.actor)
  if (!coach.ok) return coach
  const events = await addExamples(unit, coach.value)
  return ok({
    value: { added: events.map(event => (event.type === 'plan.created' ? (event.after?.title ?? '') : '')) },
    events,
  })
}
