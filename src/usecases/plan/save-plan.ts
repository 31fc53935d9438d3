import type { DomainEvent } from '#domain/event.ts'
import { decideTitle } from '#domain/plan/template/decide-plan.ts'
import type { Plan, PlanLevel, PlanVisibility, PlanWeeks } from '#domain/plan/template/plan.ts'
import type { PlanData } from '#domain/plan/template/plan-event.ts'
import type { PlanRefusal } from '#domain/plan/template/plan-refusal.ts'
import type { AccountId, OrganizationId, PlanId } from '#kernel/ids.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { deleteUnusedVersions, insertPlan, insertPlanVersion, updatePlan } from '#store/plan-store.ts'
import type { UnitOfWork } from '../perform.ts'

export type PlanContent = {
  title: string
  level: PlanLevel
  visibility: PlanVisibility
  weeks: PlanWeeks
}

/** Writes a new plan with its first version. */
export async function saveNewPlan(
  { tx, now, newId }: Pick<UnitOfWork, 'tx' | 'now' | 'newId'>,
  owner: { organizationId: OrganizationId; accountId: AccountId },
  content: PlanContent,
  isExample = false,
): Promise<Result<Plan, PlanRefusal>> {
  const named = decideTitle(content.title)
  if (!named.ok) return named
  const plan: Plan = {
    id: newId<PlanId>(),
    organizationId: owner.organizationId,
    ...named.value,
    level: content.level,
    visibility: content.visibility,
    weeks: content.weeks.length,
    versionId: newId<string>(),
    ownerId: owner.accountId,
    isExample,
    createdAt: now,
    updatedAt: now,
    archivedAt: null,
  }
  if (!(await insertPlan(tx, plan))) return refuse({ code: 'plan-title-taken', title: plan.title })
  await writeVersion({ tx, now }, plan, content.weeks)
  return ok(plan)
}

/** Writes a changed plan; what was assigned keeps the version it had. */
export async function saveChangedPlan(
  { tx, now, newId }: Pick<UnitOfWork, 'tx' | 'now' | 'newId'>,
  before: Plan,
  content: PlanContent,
  seenVersionId: string,
): Promise<Result<Plan, PlanRefusal>> {
  const named = decideTitle(content.title)
  if (!named.ok) return named
  const plan: Plan = {
    ...before,
    ...named.value,
    level: content.level,
    visibility: content.visibility,
    weeks: content.weeks.length,
    versionId: newId<string>(),
    isExample: false,
    updatedAt: now,
  }
  const written = await updatePlan(tx, plan, seenVersionId)
  if (written === 'title-taken') return refuse({ code: 'plan-title-taken', title: plan.title })
  if (written === 'overtaken') return refuse({ code: 'plan-changed-meanwhile', title: before.title })
  await writeVersion({ tx, now }, plan, content.weeks)
  await deleteUnusedVersions(tx, plan)
  return ok(plan)
}

async function writeVersion({ tx, now }: Pick<UnitOfWork, 'tx' | 'now'>, plan: Plan, weeks: PlanWeeks) {
  const { organizationId, id: planId, versionId: id } = plan
  await insertPlanVersion(tx, { id, organizationId, planId, weeks, createdAt: now })
}

export function planEvent(
  type: 'plan.created' | 'plan.edited' | 'plan.archived',
  before: Plan | null,
  after: Plan | null,
): DomainEvent {
  const plan = after ?? before
  if (!plan) throw new TypeError('an event about no plan')
  return {
    type,
    organizationId: plan.organizationId,
    target: { kind: 'plan', id: plan.id },
    subjectId: null,
    isVisibleToSubject: false,
    before: before && dataOf(before),
    after: after && dataOf(after),
  }
}

function dataOf({ title, level, visibility, weeks, versionId }: Plan): PlanData {
  return { title, level, visibility, weeks, versionId }
}
