import type { Activity } from '#domain/activity/activity.ts'
import type { AccountId } from '#kernel/ids.ts'
import type { LocalDay } from '#kernel/instant.ts'
import type { DayAvailability } from '../availability/availability.ts'
import type { PlannedSession } from '../template/enrollment.ts'
import type { JudgedDay } from './judge-days.ts'

/** How one athlete kept a week. */
export type KeptWeek = {
  accountId: AccountId
  /** Null for one's own. */
  name: string | null
  from: LocalDay
  today: LocalDay
  /** Empty without a plan in the week. */
  days: JudgedDay[]
  percent: number | null
  /** When they can train in it; null where they were not asked and said nothing. */
  availability: DayAvailability[] | null
  /** May whoever looks say which run was which session? */
  mayMatch: boolean
}

/** What an activity counts as, and what else it may have been. */
export type WhichSession = {
  /** Null for one's own. */
  name: string | null
  activity: Activity
  today: LocalDay
  /** Of its day, the day before and the day after. */
  sessions: PlannedSession[]
  /** What it counts as now. */
  present: PlannedSession | null
  isByHand: boolean
}

/** `none`: it was none of them. `automatic`: whatever fits best, as if nothing had been said. */
export const MATCH_WAYS = ['session', 'none', 'automatic'] as const
export type MatchWay = (typeof MATCH_WAYS)[number]

export type MatchedByHand = {
  /** Null for one's own. */
  name: string | null
  activity: Activity
  session: PlannedSession | null
  to: MatchWay
}
