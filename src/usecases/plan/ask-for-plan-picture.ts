import type { AccessRefusal } from '#domain/organization/policy.ts'
import { requireActiveMember } from '#domain/organization/policy.ts'
import { picturesOf } from '#domain/plan/template/calendar-cell.ts'
import type { PlanRefusal } from '#domain/plan/template/plan-refusal.ts'
import { ok, type Result } from '#kernel/result.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { resolvePlan } from './resolve-plan.ts'

/** Somebody who sees a plan asks for it as a calendar, which comes in their direct message: a long one in several. */
export async function askForPlanPicture(
  { tx, actor, newId }: UnitOfWork,
  { planId }: { planId: string },
): Promise<Result<Done<{ pictures: number }>, AccessRefusal | PlanRefusal>> {
  const asker = requireActiveMember(actor)
  if (!asker.ok) return asker
  const found = await resolvePlan(tx, actor, { planId })
  if (!found.ok) return found
  const plan = found.value
  const { organizationId, accountId } = asker.value
  const pictures = picturesOf(plan.weeks).length
  const { title, versionId } = plan
  return ok({
    value: { pictures },
    events: [
      {
        type: 'plan.picture-asked',
        organizationId,
        target: { kind: 'plan', id: plan.id },
        subjectId: accountId,
        isVisibleToSubject: true,
        before: null,
        after: { pictureId: newId<string>(), title, versionId, pictures, askedBy: accountId },
      },
    ],
  })
}
