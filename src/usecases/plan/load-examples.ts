import type { DomainEvent } from '#domain/event.ts'
import { type AccessRefusal, requireCoach } from '#domain/organization/policy.ts'
import { examplePlans } from '#domain/plan/template/example-plans.ts'
import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import { ok, type Result } from '#kernel/result.ts'
import { findPlanByTitle } from '#store/plan-store.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { planEvent, saveNewPlan } from './save-plan.ts'

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

export async function addExamples(
  unit: Pick<UnitOfWork, 'tx' | 'now' | 'newId'>,
  owner: { organizationId: OrganizationId; accountId: AccountId },
): Promise<DomainEvent[]> {
  const events: DomainEvent[] = []
  for (const { title, level, weeks } of examplePlans()) {
    if (await findPlanByTitle(unit.tx, owner.organizationId, title)) continue
    const saved = await saveNewPlan(unit, owner, { title, level, visibility: 'public', weeks }, true)
    if (saved.ok) events.push(planEvent('plan.created', null, saved.value))
  }
  return events
}
