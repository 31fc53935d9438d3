import type { DomainEvent } from '#domain/event.ts'
import type { Enrollment } from '#domain/plan/template/enrollment.ts'
import type { Plan } from '#domain/plan/template/plan.ts'
import type { EnrollmentData } from '#domain/plan/template/plan-event.ts'
import type { Aligned } from '#domain/plan/template/start-day.ts'
import type { AccountId, EnrollmentId, GroupId } from '#kernel/ids.ts'
import type { UnitOfWork } from '../perform.ts'

/** One athlete on one plan, from the version that the plan has now. */
export function newEnrollment(
  { now, newId }: Pick<UnitOfWork, 'now' | 'newId'>,
  plan: Plan,
  aligned: Aligned,
  who: { accountId: AccountId; groupId: GroupId | null; assignedBy: AccountId },
): Enrollment {
  return {
    id: newId<EnrollmentId>(),
    organizationId: plan.organizationId,
    accountId: who.accountId,
    planId: plan.id,
    versionId: plan.versionId,
    title: plan.title,
    weeks: plan.weeks,
    ...aligned,
    shifts: [],
    state: 'active',
    stateOn: null,
    groupId: who.groupId,
    assignedBy: who.assignedBy,
    createdAt: now,
    updatedAt: now,
  }
}

/** The athlete may read in the audit what was done to their plan. */
export function enrollmentEvent(
  type: 'plan.assigned' | 'enrollment.paused' | 'enrollment.resumed' | 'enrollment.ended',
  before: Enrollment | null,
  after: Enrollment,
  by: AccountId,
): DomainEvent {
  return {
    type,
    organizationId: after.organizationId,
    target: { kind: 'enrollment', id: after.id },
    subjectId: after.accountId,
    isVisibleToSubject: true,
    before: before && dataOf(before, by),
    after: dataOf(after, by),
  }
}

function dataOf(enrollment: Enrollment, by: AccountId): EnrollmentData {
  const { planId, versionId, title, weeks, startOn, firstOn, lastOn, raceOn, state, stateOn } = enrollment
  return {
    planId,
    versionId,
    title,
    weeks,
    startOn,
    firstOn,
    lastOn,
    raceOn,
    state,
    stateOn,
    enrollmentId: enrollment.id,
    athleteId: enrollment.accountId,
    groupId: enrollment.groupId,
    changedAt: enrollment.updatedAt,
    by,
  }
}
