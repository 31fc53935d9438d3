import { addDays, localDayAt, mondayOf } from '#domain/calendar/local-day.ts'
import type { DomainEvent } from '#domain/event.ts'
import type { InvitedPlan, InvitedPlanCard, InvitedPlanOutcome } from '#domain/invitation/invited-plan.ts'
import { may } from '#domain/organization/permission-matrix.ts'
import type { AccessRefusal, Coach } from '#domain/organization/policy.ts'
import type { PlanRefusal } from '#domain/plan/template/plan-refusal.ts'
import { alignStart, type PlanStart, readStartDay } from '#domain/plan/template/start-day.ts'
import { startOnAcceptance } from '#domain/plan/template/start-on-acceptance.ts'
import type { AccountId, GroupId, OrganizationId } from '#kernel/ids.ts'
import type { LocalDay } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { listAccounts } from '#store/account-store.ts'
import { isAssigned } from '#store/coach-store.ts'
import type { Tx } from '#store/db.ts'
import { insertEnrollments, listEnrollmentsOf } from '#store/enrollment-store.ts'
import { insertInvitedPlan, updateInvitedPlan } from '#store/invited-plan-store.ts'
import { findPlan, findPlanTitle } from '#store/plan-store.ts'
import { findClubMember } from '#store/role-store.ts'
import type { UnitOfWork } from '../perform.ts'
import { enrollmentEvent, newEnrollment } from './enroll.ts'
import { resolveOwnPlan, type WhichPlan } from './resolve-plan.ts'

/** The plan that a coach wants an invitation to bring. */
export type AskedPlan = {
  which: WhichPlan
  /** `monday`, `2026-12-07`; null for the next Monday. Not with a race. */
  from: string | null
  race: LocalDay | null
}
export type AskedPlanRefusal = AccessRefusal | PlanRefusal

/**
 * Keeps a plan beside an invitation or a code. The head coach may for anybody; an assistant coach, who can assign plans
 * to athletes in their care alone, only for one of those: an invitation gives nobody into anyone's care.
 */
export async function keepInvitedPlan(
  unit: UnitOfWork,
  coach: Coach,
  to: { invitationId: string; inviteeId: AccountId | null },
  asked: AskedPlan | null | undefined,
): Promise<Result<InvitedPlanCard | null, AskedPlanRefusal>> {
  if (!asked) return ok(null)
  const { tx, actor, now } = unit
  const found = await resolveOwnPlan(tx, actor, asked.which)
  if (!found.ok) return found
  const plan = found.value
  const { organizationId } = coach
  const isInCare =
    to.inviteeId !== null && (await isAssigned(tx, organizationId, coach.accountId, to.inviteeId))
  if (!may(actor, 'plan.assign', { isAssigned: isInCare }).ok) {
    return refuse({ code: 'invited-plan-not-in-care' })
  }
  const today = localDayAt(now, coach.zone)
  const start = startOf(asked, today)
  if (!start.ok) return start
  const aligned = alignStart(start.value, plan.weeks, today)
  if (!aligned.ok) return aligned
  const { firstOn: startOn, raceOn } = aligned.value
  await insertInvitedPlan(tx, organizationId, to.invitationId, { planId: plan.id, startOn, raceOn })
  return ok({ title: plan.title, weeks: plan.weeks, startOn, raceOn, outcome: null })
}

function startOf({ from, race }: AskedPlan, today: LocalDay): Result<PlanStart, PlanRefusal> {
  if (race !== null) return ok({ kind: 'race', on: race })
  if (from === null) return ok({ kind: 'start', on: addDays(mondayOf(today), 7) })
  const on = readStartDay(from, today)
  return on.ok ? ok({ kind: 'start', on: on.value }) : on
}

export type Accepting = {
  organizationId: OrganizationId
  /** Whose `invited_plans` row is settled; for a code that is the invitation that its use made. */
  invitationId: string
  isNewRow: boolean
  accountId: AccountId
  groupId: GroupId | null
  inviterId: AccountId
}

/** Puts whoever accepted on the plan that came with it. Where that cannot be, they join all the same and both are told. */
export async function applyInvitedPlan(
  unit: Pick<UnitOfWork, 'tx' | 'now' | 'newId'>,
  accepting: Accepting,
  invited: InvitedPlan,
): Promise<{ card: InvitedPlanCard; events: DomainEvent[] }> {
  const { tx } = unit
  const { organizationId, invitationId } = accepting
  const settled = await enroll(unit, accepting, invited)
  const startOn = settled.startOn ?? invited.startOn
  if (accepting.isNewRow) {
    await insertInvitedPlan(tx, organizationId, invitationId, { ...invited, startOn }, settled.outcome)
  } else await updateInvitedPlan(tx, organizationId, invitationId, { outcome: settled.outcome, startOn })
  const title = (await findPlanTitle(tx, organizationId, invited.planId)) ?? ''
  const card = { title, weeks: settled.weeks, startOn, raceOn: invited.raceOn, outcome: settled.outcome }
  return { card, events: settled.events }
}

type Settled = {
  outcome: InvitedPlanOutcome
  startOn: LocalDay | null
  weeks: number
  events: DomainEvent[]
}

async function enroll(
  unit: Pick<UnitOfWork, 'tx' | 'now' | 'newId'>,
  { organizationId, accountId, groupId, inviterId }: Accepting,
  invited: InvitedPlan,
): Promise<Settled> {
  const { tx, now } = unit
  const not = (outcome: InvitedPlanOutcome): Settled => ({ outcome, startOn: null, weeks: 0, events: [] })
  const plan = await findPlan(tx, organizationId, invited.planId)
  if (!plan) return not('gone')
  const member = await findClubMember(tx, organizationId, { accountId })
  if (!member?.roles.has('athlete')) return not('no-athlete')
  const today = localDayAt(now, await zoneOf(tx, organizationId, accountId))
  const start = startOnAcceptance(invited, plan.weeks, today)
  if (start.outcome === 'race-over') return not('race-over')
  const { aligned } = start
  const present = await listEnrollmentsOf(tx, organizationId, [accountId], aligned.firstOn)
  if (present.some(each => each.planId === plan.id && each.startOn <= aligned.lastOn)) return not('on-it')
  const enrollment = newEnrollment(unit, plan, aligned, { accountId, groupId, assignedBy: inviterId })
  await insertEnrollments(tx, [enrollment])
  return {
    outcome: start.outcome,
    startOn: aligned.firstOn,
    weeks: plan.weeks,
    // Accepting it is their own doing: the answer tells them of the plan, so that no message has to.
    events: [enrollmentEvent('plan.assigned', null, enrollment, accountId)],
  }
}

/** Plans go by the athlete's own days. */
async function zoneOf(tx: Tx, organizationId: OrganizationId, accountId: AccountId) {
  const account = (await listAccounts(tx, organizationId, [accountId])).get(accountId)
  if (!account) throw new Error('whoever accepted has no account')
  return account.zone
}
