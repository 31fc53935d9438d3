import type { Activity } from '#domain/activity/activity.ts'
import { addDays } from '#domain/calendar/local-day.ts'
import type { Actor } from '#domain/organization/actor.ts'
import type { CoachRefusal } from '#domain/organization/organization-refusal.ts'
import type { AdherenceEvent, MatchData } from '#domain/plan/matching/adherence-event.ts'
import type { AdherenceRefusal } from '#domain/plan/matching/adherence-refusal.ts'
import type { MatchedByHand, MatchWay } from '#domain/plan/matching/kept-week.ts'
import {
  DAYS_BY_HAND,
  isInReach,
  type SessionName,
  sessionKey,
} from '#domain/plan/matching/match-sessions.ts'
import type { PlannedSession } from '#domain/plan/template/enrollment.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { findActivity } from '#store/activity-store.ts'
import type { Reading } from '#store/db.ts'
import { listSessionsOf } from '#store/read/session-read.ts'
import { deleteMatch, findMatch, putMatch } from '#store/session-match-store.ts'
import type { Done, UnitOfWork } from '../../perform.ts'
import { type PlanReader, planReader, type ReaderRefusal } from '../living/plan-reader.ts'

export type MatchTo = { kind: 'session'; session: SessionName } | { kind: Exclude<MatchWay, 'session'> }
export type MatchByHand = { activityId: string; to: MatchTo }

export type MatchRefusal = ReaderRefusal | CoachRefusal | AdherenceRefusal

/**
 * Athletes say of their own runs, coaches of those in their care, which session it was, or that it was none. What was
 * said holds until somebody says otherwise.
 */
export async function matchByHand(
  { tx, actor, now }: UnitOfWork,
  { activityId, to }: MatchByHand,
): Promise<Result<Done<MatchedByHand>, MatchRefusal>> {
  const found = await requireMatchable(tx, actor, activityId)
  if (!found.ok) return found
  const { reader, activity, byId } = found.value
  const { organizationId, accountId } = reader
  const near = await sessionsAround(tx, reader, activity)
  const session = to.kind === 'session' ? near.find(isNamed(to.session)) : undefined
  if (to.kind === 'session' && !session) return refuse({ code: 'match-session-unknown' })
  if (session && !isInReach(session.on, activity.localOn)) return refuse({ code: 'match-too-far' })
  const before = await findMatch(tx, organizationId, activity.id)
  if (to.kind === 'automatic') {
    await deleteMatch(tx, organizationId, activity.id)
  } else {
    await putMatch(tx, {
      organizationId,
      accountId,
      activityId: activity.id,
      session: to.kind === 'session' ? to.session : null,
      matchedBy: byId,
      matchedAt: now,
    })
  }
  const data = (named: PlannedSession | undefined): MatchData => ({
    athleteId: accountId,
    activityId: activity.id,
    activityOn: activity.localOn,
    session: named
      ? {
          enrollmentId: named.enrollmentId,
          dayIndex: named.dayIndex,
          slot: named.slot,
          on: named.on,
          text: named.text,
        }
      : null,
  })
  const types = {
    session: 'session.matched',
    none: 'session.unmatched',
    automatic: 'session.match-released',
  } as const
  const event: AdherenceEvent = {
    type: types[to.kind],
    organizationId,
    target: { kind: 'activity', id: activity.id },
    subjectId: accountId,
    isVisibleToSubject: true,
    before: before ? data(before.session ? near.find(isNamed(before.session)) : undefined) : null,
    after: data(session),
  }
  return ok({
    value: { name: reader.name, activity, session: session ?? null, to: to.kind },
    events: [event],
  })
}

/** It was none of the sessions. */
export function unmatch(
  unit: UnitOfWork,
  { activityId }: { activityId: string },
): Promise<Result<Done<MatchedByHand>, MatchRefusal>> {
  return matchByHand(unit, { activityId, to: { kind: 'none' } })
}

function isNamed(name: SessionName) {
  return (session: PlannedSession) => sessionKey(session) === sessionKey(name)
}

/** The activity, for its athlete and for coaches who care for them and may see it. Strava's is matched with nothing. */
export async function requireMatchable(
  db: Reading,
  actor: Actor,
  activityId: string,
): Promise<Result<{ reader: PlanReader; activity: Activity; byId: PlanReader['accountId'] }, MatchRefusal>> {
  const { organizationId } = actor
  const activity = organizationId ? await findActivity(db, organizationId, activityId) : undefined
  if (!activity || activity.source === 'strava') return refuse({ code: 'match-activity-unknown' })
  const found = await planReader(db, actor, { accountId: activity.athleteId })
  if (!found.ok) return found
  const reader = found.value
  if (actor.kind !== 'member' || !reader.sees('activity', activity.visibility)) {
    return refuse({ code: 'match-activity-unknown' })
  }
  if (!reader.mayChange) {
    return reader.name === null
      ? refuse({ code: 'suspended' })
      : refuse({ code: 'not-your-athlete', name: reader.name })
  }
  return ok({ reader, activity, byId: actor.accountId })
}

/** What an activity may have been, by day. */
export function sessionsAround(
  db: Reading,
  { organizationId, accountId }: Pick<PlanReader, 'organizationId' | 'accountId'>,
  { localOn }: Pick<Activity, 'localOn'>,
): Promise<PlannedSession[]> {
  return listSessionsOf(
    db,
    organizationId,
    accountId,
    addDays(localOn, -DAYS_BY_HAND),
    addDays(localOn, DAYS_BY_HAND),
  )
}
