import type { PlanId } from '#kernel/ids.ts'
import type { LocalDay } from '#kernel/instant.ts'

/** The plan that comes with an invitation, and the day from which it was meant to run. */
export type InvitedPlan = {
  planId: PlanId
  /** The first day on which something would be asked. */
  startOn: LocalDay
  /** From which its weeks are counted back; null for a plan with a start. */
  raceOn: LocalDay | null
}

/**
 * What became of it when the invitation was accepted. `later`: its start was over, so it starts on the Monday after.
 * `joined`: it counts back from a race and is under way. `gone`: it was archived meanwhile.
 */
export const INVITED_PLAN_OUTCOMES = [
  'assigned',
  'later',
  'joined',
  'gone',
  'race-over',
  'on-it',
  'no-athlete',
] as const
export type InvitedPlanOutcome = (typeof INVITED_PLAN_OUTCOMES)[number]

/** What is said of it. */
export type InvitedPlanCard = {
  title: string
  weeks: number
  /** The wished start until it is accepted, then the true one. */
  startOn: LocalDay
  raceOn: LocalDay | null
  /** Null while nobody accepted. */
  outcome: InvitedPlanOutcome | null
}
