import type { LocalDay } from '#kernel/instant.ts'
import type { PlannedSession } from '../template/enrollment.ts'
import {
  type AskedSession,
  type DoneActivity,
  type LockedMatch,
  type Match,
  matchSessions,
  sessionKey,
} from './match-sessions.ts'
import { type SessionTarget, shareOfTarget } from './session-target.ts'

/** How a planned session was kept; `pending` while it can still be done. */
export const BANDS = ['full', 'part', 'missed', 'pending'] as const
export type Band = (typeof BANDS)[number]

/** Within a fifth of the target is all of it. */
export const FULL_FROM = 0.8
export const FULL_TO = 1.2
export const ALL_EARNED = 1_000

export type JudgedSession = {
  session: PlannedSession
  band: Band
  /** Whole thousandths of what it is worth; doing more than was asked earns no more. */
  earned: number
  /** More than a fifth beyond the target. */
  isOver: boolean
  match: Match | null
}

/** What a plan asks of a day: nothing at all outside of one and while it is paused. */
export type PlanDayKind = 'in-plan' | 'paused' | 'none'

export type JudgedDay = {
  on: LocalDay
  kind: PlanDayKind
  sessions: JudgedSession[]
  /** Null on a day with a session, and outside of a plan. */
  rest: 'kept' | 'broken' | 'pending' | null
  /** What was done beside the plan. */
  extra: DoneActivity[]
}

export type DaysToJudge = {
  /** In order, one after the other. */
  days: readonly LocalDay[]
  /** The athlete's own: what is of today or later may still be done. */
  today: LocalDay
  /** Of these days and one before and after, as a match by hand reaches that far. */
  asked: readonly AskedSession[]
  activities: readonly DoneActivity[]
  locks: readonly LockedMatch[]
  kindOf: (on: LocalDay) => PlanDayKind
}

/** How one athlete kept to the plan, day by day. */
export function judgeDays(facts: DaysToJudge): JudgedDay[] {
  const matches = matchSessions(facts.asked, facts.activities, facts.locks)
  const matched = new Set([...matches.values()].map(({ activity }) => activity.id))
  const days: JudgedDay[] = []
  const askedOn = Map.groupBy(facts.asked, ({ session }) => session.on)
  const doneOn = Map.groupBy(facts.activities, ({ on }) => on)
  for (const on of facts.days) {
    const sessions = (askedOn.get(on) ?? []).map(({ session, target }) =>
      judge(session, target, matches.get(sessionKey(session)) ?? null, facts.today),
    )
    const extra = (doneOn.get(on) ?? []).filter(({ id }) => !matched.has(id))
    const kind = sessions.length > 0 ? 'in-plan' : facts.kindOf(on)
    const rest = kind === 'in-plan' && sessions.length === 0 ? restOf(on, extra, facts.today) : null
    days.push({ on, kind, sessions, rest, extra })
  }
  return days
}

function judge(
  session: PlannedSession,
  target: SessionTarget,
  match: Match | null,
  today: LocalDay,
): JudgedSession {
  if (match === null) {
    const band = session.on >= today ? 'pending' : 'missed'
    return { session, band, earned: 0, isOver: false, match }
  }
  const share = shareOfTarget(target, match.activity)
  // With nothing to compare, that it was done is all there is to say.
  if (share === null || share >= FULL_FROM) {
    const isOver = share !== null && share > FULL_TO && !target.isOpenEnded
    return { session, band: 'full', earned: ALL_EARNED, isOver, match }
  }
  return { session, band: 'part', earned: Math.floor(share * ALL_EARNED), isOver: false, match }
}

/** A run breaks it; a walk, a swim or a ride does not. */
function restOf(on: LocalDay, extra: readonly DoneActivity[], today: LocalDay): JudgedDay['rest'] {
  if (extra.some(({ family }) => family === 'run')) return 'broken'
  return on >= today ? 'pending' : 'kept'
}
