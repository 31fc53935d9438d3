import { daysBetween } from '#domain/calendar/local-day.ts'
import type { ActivityId, EnrollmentId } from '#kernel/ids.ts'
import type { Instant, LocalDay } from '#kernel/instant.ts'
import type { PlannedSession } from '../template/enrollment.ts'
import { leastCostPairs } from './least-cost-pairs.ts'
import type { SessionFamily } from './session-family.ts'
import { type SessionTarget, shareOfTarget } from './session-target.ts'

/** Names a planned session for good, wherever it is moved. */
export type SessionName = { enrollmentId: EnrollmentId; dayIndex: number; slot: number }

/** A planned session with what it asks for. */
export type AskedSession = { session: PlannedSession; family: SessionFamily; target: SessionTarget }

export type DoneActivity = {
  id: ActivityId
  startedAt: Instant
  /** The athlete's own calendar day. */
  on: LocalDay
  family: SessionFamily | null
  distanceCm: number | null
  durationMs: number
}

/** Said by somebody and never reckoned anew: this activity was that session, or none at all. */
export type LockedMatch = { activityId: ActivityId; session: SessionName | null }

export type Match = { activity: DoneActivity; isByHand: boolean }

/** By hand, and only by hand, a session may be matched with what was done a day before it or after it. */
export const DAYS_BY_HAND = 1

export function sessionKey({ enrollmentId, dayIndex, slot }: SessionName): string {
  return `${enrollmentId}:${dayIndex}:${slot}`
}

/**
 * Which activity of one athlete was which session, each once, by the session's key. Said by hand goes first; of the
 * rest those of the same local day and kind of training are paired so that lengths come closest. The order in which
 * things are given does not matter.
 */
export function matchSessions(
  asked: readonly AskedSession[],
  activities: readonly DoneActivity[],
  locks: readonly LockedMatch[],
): Map<string, Match> {
  const matches = new Map<string, Match>()
  const sessionOf = new Map(asked.map(each => [sessionKey(each.session), each]))
  const isTaken = new Set<ActivityId>()
  const done = new Map(activities.map(activity => [activity.id, activity]))
  for (const { activityId, session } of [...locks].sort(byActivity)) {
    const activity = done.get(activityId)
    if (!activity) continue
    if (session === null) {
      isTaken.add(activityId)
      continue
    }
    const key = sessionKey(session)
    const wanted = sessionOf.get(key)
    // What was moved far away or taken out of the plan since frees the activity again.
    if (!wanted || matches.has(key) || !isInReach(wanted.session.on, activity.on)) continue
    matches.set(key, { activity, isByHand: true })
    isTaken.add(activityId)
  }
  const open = asked.filter(({ session }) => !matches.has(sessionKey(session)))
  const free = activities.filter(activity => !isTaken.has(activity.id))
  const days = Map.groupBy(free, ({ on, family }) => `${on} ${family}`)
  for (const [day, sessions] of Map.groupBy(open, ({ session, family }) => `${session.on} ${family}`)) {
    const candidates = days.get(day)
    if (candidates) pairUp(sessions, candidates, matches)
  }
  return matches
}

export function isInReach(sessionOn: LocalDay, activityOn: LocalDay): boolean {
  return Math.abs(daysBetween(sessionOn, activityOn)) <= DAYS_BY_HAND
}

function pairUp(
  asked: readonly AskedSession[],
  activities: readonly DoneActivity[],
  matches: Map<string, Match>,
): void {
  const [only, another] = asked
  const [activity, other] = activities
  // Nearly every day is one of these.
  if (only && activity && !another && !other) {
    matches.set(sessionKey(only.session), { activity, isByHand: false })
    return
  }
  const sessions = [...asked].sort(
    (a, b) => compare(a.session.enrollmentId, b.session.enrollmentId) || inPlan(a.session, b.session),
  )
  const candidates = [...activities].sort((a, b) => a.startedAt - b.startedAt || compare(a.id, b.id))
  const columns = leastCostPairs(
    sessions.map(({ target }) => candidates.map(candidate => unlikeness(target, candidate))),
  )
  for (const [row, each] of sessions.entries()) {
    const closest = candidates[columns[row] ?? -1]
    if (closest) matches.set(sessionKey(each.session), { activity: closest, isByHand: false })
  }
}

/** As if nothing alike: below a thousandth of it, or a thousand times as much. */
const NOTHING_ALIKE = 7_000

/** By how many times they differ, half as long being as far off as twice as long; whole thousandths. */
function unlikeness(target: SessionTarget, activity: DoneActivity): number {
  const share = shareOfTarget(target, activity)
  if (share === null || share <= 0) return NOTHING_ALIKE
  return Math.min(NOTHING_ALIKE, Math.round(Math.abs(Math.log(share)) * 1_000))
}

function inPlan(a: SessionName, b: SessionName): number {
  return a.dayIndex - b.dayIndex || a.slot - b.slot
}

function byActivity(a: LockedMatch, b: LockedMatch): number {
  return compare(a.activityId, b.activityId)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
