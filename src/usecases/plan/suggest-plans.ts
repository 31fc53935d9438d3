import { type AccessRefusal, requireCoach } from '#domain/organization/policy.ts'
import type { Plan } from '#domain/plan/template/plan.ts'
import { nameKey } from '#domain/text/name-key.ts'
import { ok, type Result } from '#kernel/result.ts'
import { listPlans } from '#store/plan-store.ts'
import type { UnitOfReading } from '../ask.ts'

const SUGGESTIONS_MOST = 100

/** Plans in whose title what was typed occurs, those that begin with it first; for coaches. */
export async function suggestPlans(
  { db, actor }: UnitOfReading,
  { typed }: { typed: string },
): Promise<Result<Plan[], AccessRefusal>> {
  const coach = requireCoach(actor)
  if (!coach.ok) return coach
  const key = nameKey(typed)
  const found = (await listPlans(db, coach.value.organizationId)).filter(plan => plan.titleKey.includes(key))
  const [first, others] = [
    found.filter(plan => plan.titleKey.startsWith(key)),
    found.filter(plan => !plan.titleKey.startsWith(key)),
  ]
  return ok([...first, ...others].slice(0, SUGGESTIONS_MOST))
}
