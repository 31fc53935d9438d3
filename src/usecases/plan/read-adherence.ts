import type { Visibility } from '#domain/activity/activity.ts'
import { daysOf } from '#domain/calendar/day-range.ts'
import { addDays, localDayAt } from '#domain/calendar/local-day.ts'
import { type JudgedDay, judgeDays } from '#domain/plan/matching/judge-days.ts'
import { type AskedSession, DAYS_BY_HAND } from '#domain/plan/matching/match-sessions.ts'
import { planDayKinds } from '#domain/plan/matching/plan-day-kind.ts'
import { familyOfSession } from '#domain/plan/matching/session-family.ts'
import { sessionTarget } from '#domain/plan/matching/session-target.ts'
import { shareOfPlan } from '#domain/plan/matching/share-of-plan.ts'
import type { PlannedSession } from '#domain/plan/template/enrollment.ts'
import { nameKey } from '#domain/text/name-key.ts'
import { breathe } from '#kernel/breathe.ts'
import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import { type Instant, type LocalDay, zone } from '#kernel/instant.ts'
import type { Reading } from '#store/db.ts'
import {
  type DoneOf,
  listEnrollmentsWithin,
  listTrainingDone,
  listTypesOfTitles,
  listZones,
} from '#store/read/adherence-read.ts'
import { listSessionsOfMany } from '#store/read/session-read.ts'

export type AdherenceWanted = {
  organizationId: OrganizationId
  accountIds: readonly AccountId[]
  /** The athletes' own calendar days, both included. */
  from: LocalDay
  to: LocalDay
  now: Instant
  /** Which activities whoever looks may know of. */
  sees: (accountId: AccountId, visibility: Visibility) => boolean
}

/** Athletes judged before others have their turn. */
const BREATH = 100

/**
 * How each of the athletes kept to their plans, day by day; those without a plan in these days are not in it. What it
 * costs is that of the athletes' days, in a handful of questions however many they are.
 */
export async function readAdherence(
  db: Reading,
  { organizationId, accountIds, from, to, now, sees }: AdherenceWanted,
): Promise<Map<AccountId, JudgedDay[]>> {
  const [first, last] = [addDays(from, -DAYS_BY_HAND), addDays(to, DAYS_BY_HAND)]
  const enrollments = Map.groupBy(
    await listEnrollmentsWithin(db, organizationId, accountIds, from, to),
    ({ accountId }) => accountId,
  )
  const onPlan = [...enrollments.keys()]
  if (onPlan.length === 0) return new Map()
  const asked = await askedSessions(
    db,
    organizationId,
    await listSessionsOfMany(db, organizationId, onPlan, first, last),
  )
  const sessionsOf = Map.groupBy(asked, ({ session }) => session.accountId)
  const done = (await listTrainingDone(db, organizationId, onPlan, first, last)).filter(each =>
    sees(each.accountId, each.visibility),
  )
  const doneOf = Map.groupBy(done, ({ accountId }) => accountId)
  const kindsOf = planDayKinds(from, to)
  const zones = await listZones(db, organizationId, onPlan)
  const days = daysOf({ from, to })
  const judged = new Map<AccountId, JudgedDay[]>()
  for (const [accountId, own] of enrollments) {
    if (judged.size % BREATH === BREATH - 1) await breathe()
    const activities = doneOf.get(accountId) ?? []
    const judgedDays = judgeDays({
      days,
      today: localDayAt(now, zones.get(accountId) ?? zone('UTC')),
      asked: sessionsOf.get(accountId) ?? [],
      activities,
      locks: locksOf(activities),
      kindOf: kindsOf(own),
    })
    judged.set(accountId, judgedDays)
  }
  return judged
}

export type ShareOfPlan = {
  /** Whole per cent; null while no session was due. */
  percent: number | null
  /** Days of the plan without a session. */
  restDays: ReadonlySet<LocalDay>
}

/** How much of their plans athletes kept in these days, and which of the days were for rest. */
export async function readShareOfPlan(
  db: Reading,
  wanted: AdherenceWanted,
): Promise<Map<AccountId, ShareOfPlan>> {
  const adherence = await readAdherence(db, wanted)
  return new Map(
    [...adherence].map(([accountId, days]) => [
      accountId,
      {
        percent: shareOfPlan(days),
        restDays: new Set(days.filter(({ rest }) => rest !== null).map(({ on }) => on)),
      },
    ]),
  )
}

/** What the sessions ask for; each text is read once, for however many athletes it stands. */
export async function askedSessions(
  db: Reading,
  organizationId: OrganizationId,
  sessions: readonly PlannedSession[],
): Promise<AskedSession[]> {
  const titles = [...new Set(sessions.flatMap(({ title }) => (title === null ? [] : [title])))]
  const types = await listTypesOfTitles(db, organizationId, titles)
  const targets = new Map<string, AskedSession['target']>()
  const families = new Map<string | null, AskedSession['family']>()
  return sessions.map(session => {
    const { text, title } = session
    const target = targets.get(text) ?? sessionTarget(text)
    targets.set(text, target)
    const type = title === null ? undefined : types.get(nameKey(title))
    const family = families.get(title) ?? familyOfSession(title, type)
    families.set(title, family)
    return { session, family, target }
  })
}

export function locksOf(activities: readonly DoneOf[]) {
  return activities.flatMap(({ lock }) => (lock === null ? [] : [lock]))
}
