import { addDays, localDayAt, mondayOf } from '#domain/calendar/local-day.ts'
import type { GroupRefusal } from '#domain/group/group.ts'
import { may } from '#domain/organization/permission-matrix.ts'
import { type AccessRefusal, requireCoach } from '#domain/organization/policy.ts'
import { type Enrollment, lastDayOfWeeks } from '#domain/plan/template/enrollment.ts'
import type { JoinWay } from '#domain/plan/template/join-question.ts'
import type { PlanRefusal } from '#domain/plan/template/plan-refusal.ts'
import type { EnrollmentId } from '#kernel/ids.ts'
import type { Instant, LocalDay } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { listAssignedAthletes } from '#store/coach-store.ts'
import { insertEnrollments, listEnrollmentsOf } from '#store/enrollment-store.ts'
import { findEnrollmentOfGroup, listNewcomers } from '#store/read/group-plan-read.ts'
import { resolveGroupById } from '../group/resolve-group.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { enrollmentEvent } from './enroll.ts'

export type JoinGroupPlan = {
  groupId: string
  planId: string
  /** The Monday of the group's week 1. */
  startOn: LocalDay
  /** The moment at which those came into the group who are meant. */
  joinedAt: Instant
  way: JoinWay
}
export type GroupPlanJoined = {
  title: string
  groupName: string
  firstOn: LocalDay
  lastOn: LocalDay
  names: string[]
  /** Those of them who are on another plan in that time too. */
  alsoElsewhere: string[]
}

/**
 * Puts those who came into a group later on the plan that runs in it, in the version the others have, all or none. Who is
 * on it already stays as they are, so that a second press changes nothing.
 */
export async function joinGroupPlan(
  { tx, actor, now, newId }: UnitOfWork,
  { groupId, planId, startOn: groupStartOn, joinedAt, way }: JoinGroupPlan,
): Promise<Result<Done<GroupPlanJoined>, AccessRefusal | GroupRefusal | PlanRefusal>> {
  const coach = requireCoach(actor)
  if (!coach.ok) return coach
  const { organizationId, accountId: assignedBy, zone } = coach.value
  const group = await resolveGroupById(tx, actor, groupId)
  if (!group.ok) return group
  const today = localDayAt(now, zone)
  const model = await findEnrollmentOfGroup(tx, organizationId, { groupId, planId, startOn: groupStartOn })
  // Whoever paused may still be on it: for the group it is over.
  if (!model || lastDayOfWeeks(groupStartOn, model.weeks) < today) return refuse({ code: 'plan-gone' })
  const newcomers = await listNewcomers(tx, organizationId, group.value.id, joinedAt)
  const ids = newcomers.map(each => each.accountId)
  const present = await listEnrollmentsOf(tx, organizationId, ids, today)
  const isOn = (accountId: string) =>
    present.some(each => each.accountId === accountId && each.planId === planId)
  const missing = newcomers.filter(each => !isOn(each.accountId))
  if (missing.length === 0) return refuse({ code: 'plan-join-done' })
  const care = new Set((await listAssignedAthletes(tx, organizationId, assignedBy)).map(of => of.accountId))
  const others = missing.filter(
    each => !may(actor, 'plan.assign', { isAssigned: care.has(each.accountId) }).ok,
  )
  if (others.length > 0) return refuse({ code: 'not-your-athletes', names: others.map(each => each.name) })
  const { weeks, raceOn } = model
  const startOn = way === 'week' ? groupStartOn : nextMonday(today)
  const firstOn = startOn < today ? today : startOn
  const lastOn = lastDayOfWeeks(startOn, weeks)
  const made = missing.map(
    ({ accountId }): Enrollment => ({
      ...model,
      id: newId<EnrollmentId>(),
      accountId,
      startOn,
      firstOn,
      lastOn,
      raceOn: way === 'week' ? raceOn : null,
      shifts: [],
      state: 'active',
      stateOn: null,
      assignedBy,
      createdAt: now,
      updatedAt: now,
    }),
  )
  await insertEnrollments(tx, made)
  const isElsewhere = (accountId: string) =>
    present.some(each => each.accountId === accountId && each.startOn <= lastOn && each.lastOn >= firstOn)
  return ok({
    value: {
      title: model.title,
      groupName: group.value.name,
      firstOn,
      lastOn,
      names: missing.map(each => each.name),
      alsoElsewhere: missing.filter(each => isElsewhere(each.accountId)).map(each => each.name),
    },
    events: made.map(enrollment => enrollmentEvent('plan.assigned', null, enrollment, assignedBy)),
  })
}

/** Today when it is one. */
function nextMonday(today: LocalDay): LocalDay {
  const monday = mondayOf(today)
  return monday === today ? today : addDays(monday, 7)
}
