import { localDayAt } from '#domain/calendar/local-day.ts'
import type { DomainEvent } from '#domain/event.ts'
import type { ConflictWay } from '#domain/plan/template/assignment.ts'
import { ended } from '#domain/plan/template/enrollment.ts'
import type { Plan } from '#domain/plan/template/plan.ts'
import { type Aligned, alignStart } from '#domain/plan/template/start-day.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { insertEnrollments, listEnrollmentsOf, updateEnrollment } from '#store/enrollment-store.ts'
import { deletePause } from '#store/pause-store.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { type AthletesRefusal, athletesForPlan } from './athletes-for-plan.ts'
import { enrollmentEvent, newEnrollment } from './enroll.ts'
import type { PreviewAssignment } from './preview-assignment.ts'
import { resolveOwnPlan } from './resolve-plan.ts'

export type AssignPlan = PreviewAssignment & {
  /** What to do with those who are on a plan in that time; null when there was nobody. */
  onConflict: ConflictWay | null
  /** The version the coach looked at. */
  seenVersionId: string
}
export type PlanAssigned = {
  plan: Plan
  aligned: Aligned
  groupName: string | null
  assigned: string[]
  replaced: number
  skipped: string[]
  leftOut: string[]
}

/** Puts athletes on a plan, all or none, one audit entry an athlete; each of them is told. */
export async function assignPlan(
  unit: UnitOfWork,
  input: AssignPlan,
): Promise<Result<Done<PlanAssigned>, AthletesRefusal>> {
  const { tx, actor, now } = unit
  const found = await resolveOwnPlan(tx, actor, input)
  if (!found.ok) return found
  const plan = found.value
  if (plan.versionId !== input.seenVersionId) {
    return refuse({ code: 'plan-changed-meanwhile', title: plan.title })
  }
  const who = await athletesForPlan(tx, actor, input)
  if (!who.ok) return who
  const { coach, group, athletes, leftOut } = who.value
  const today = localDayAt(now, coach.zone)
  const aligned = alignStart(input.start, plan.weeks, today)
  if (!aligned.ok) return aligned
  const { firstOn, lastOn } = aligned.value
  const ids = athletes.map(athlete => athlete.accountId)
  const present = await listEnrollmentsOf(tx, plan.organizationId, ids, firstOn)
  const inTheWay = Map.groupBy(
    present.filter(each => each.startOn <= lastOn),
    each => each.accountId,
  )
  if (inTheWay.size > 0 && input.onConflict === null) return refuse({ code: 'plan-conflicts-changed' })
  const isSkipped = (accountId: (typeof ids)[number]) =>
    input.onConflict === 'skip' && inTheWay.has(accountId)
  const chosen = athletes.filter(athlete => !isSkipped(athlete.accountId))
  if (chosen.length === 0) return refuse({ code: 'plan-for-nobody' })
  const events: DomainEvent[] = []
  let replaced = 0
  if (input.onConflict === 'replace') {
    for (const before of [...inTheWay.values()].flat()) {
      const after = ended(before, firstOn, now)
      await deletePause(tx, plan.organizationId, before.id)
      await updateEnrollment(tx, after)
      replaced += 1
      // Their message about the new plan says that it takes the place of the old one.
      events.push({ ...enrollmentEvent('enrollment.ended', before, after, before.accountId) })
    }
  }
  const made = chosen.map(athlete =>
    newEnrollment(unit, plan, aligned.value, {
      accountId: athlete.accountId,
      groupId: group?.id ?? null,
      assignedBy: coach.accountId,
    }),
  )
  await insertEnrollments(tx, made)
  events.push(...made.map(enrollment => enrollmentEvent('plan.assigned', null, enrollment, coach.accountId)))
  return ok({
    value: {
      plan,
      aligned: aligned.value,
      groupName: group?.name ?? null,
      assigned: chosen.map(athlete => athlete.name),
      replaced,
      skipped: athletes.filter(athlete => isSkipped(athlete.accountId)).map(athlete => athlete.name),
      leftOut,
    },
    events,
  })
}
