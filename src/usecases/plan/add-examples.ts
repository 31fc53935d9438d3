import type { DomainEvent } from '#domain/event.ts'
import { examplePlans } from '#domain/plan/template/example-plans.ts'
import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import { findPlanByTitle } from '#store/plan-store.ts'
import type { UnitOfWork } from '../perform.ts'
import { planEvent, saveNewPlan } from './save-plan.ts'

/** Writes our example plans for a coach; those whose title there is already are left alone. */
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
