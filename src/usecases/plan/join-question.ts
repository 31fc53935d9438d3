import { localDayAt } from '#domain/calendar/local-day.ts'
import type { Group } from '#domain/group/group.ts'
import type { Actor } from '#domain/organization/actor.ts'
import { requireCoach } from '#domain/organization/policy.ts'
import { lastDayOfWeeks, weekOfPlan } from '#domain/plan/template/enrollment.ts'
import type { JoinQuestion } from '#domain/plan/template/join-question.ts'
import type { AccountId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import type { Reading } from '#store/db.ts'
import { listEnrollmentsOf, listPlansOfGroup } from '#store/enrollment-store.ts'
import { findEnrollmentOfGroup, listNewcomers } from '#store/read/group-plan-read.ts'

/** So many plans of a group are asked about; more hardly run at a time. */
const PLANS_MOST = 3

/** What a coach is asked who put people into a group at `joinedAt`; null when none of its plans is missing to them. */
export async function joinQuestion(
  db: Reading,
  actor: Actor,
  group: Group,
  joinedAt: Instant,
): Promise<JoinQuestion | null> {
  const coach = requireCoach(actor)
  if (!coach.ok) return null
  const { organizationId, zone } = coach.value
  const today = localDayAt(joinedAt, zone)
  // Whoever paused may still be on a plan that is over for the group.
  const running = (await listPlansOfGroup(db, organizationId, group.id, today)).filter(
    ({ startOn, weeks }) => lastDayOfWeeks(startOn, weeks) >= today,
  )
  if (running.length === 0) return null
  const newcomers = await listNewcomers(db, organizationId, group.id, joinedAt)
  const present = await listEnrollmentsOf(
    db,
    organizationId,
    newcomers.map(each => each.accountId),
    today,
  )
  const isOn = (accountId: AccountId, planId: string) =>
    present.some(each => each.accountId === accountId && each.planId === planId)
  const plans: JoinQuestion['plans'] = []
  for (const { planId, title, weeks, startOn } of running.slice(0, PLANS_MOST)) {
    const names = newcomers.filter(each => !isOn(each.accountId, planId)).map(each => each.name)
    const model = await findEnrollmentOfGroup(db, organizationId, { groupId: group.id, planId, startOn })
    if (names.length === 0 || !model) continue
    const week = weekOfPlan({ startOn, weeks, shifts: [] }, today)
    plans.push({ planId, title, weeks, startOn, week, hasRace: model.raceOn !== null, names })
  }
  return plans.length === 0 ? null : { groupId: group.id, groupName: group.name, joinedAt, plans }
}
