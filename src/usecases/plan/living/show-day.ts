import { addDays, localDayAt, mondayOf } from '#domain/calendar/local-day.ts'
import type { DayCard, DaysOf, WeekCard } from '#domain/plan/living/day-card.ts'
import { readSession } from '#domain/plan/living/read-session.ts'
import { DEFAULT_PACES, pacesOfVdot } from '#domain/plan/step-pace.ts'
import type { AccountId } from '#kernel/ids.ts'
import type { Instant, LocalDay } from '#kernel/instant.ts'
import { ok, type Result } from '#kernel/result.ts'
import { listAccounts } from '#store/account-store.ts'
import { findAthleteProfile } from '#store/athlete-profile-store.ts'
import type { Reading } from '#store/db.ts'
import { findHeadCoach } from '#store/organization-store.ts'
import { listSessionsOf } from '#store/read/session-read.ts'
import { findVdotOn } from '#store/vdot-store.ts'
import type { UnitOfReading } from '../../ask.ts'
import type { NamedMember } from '../../organization/require-club-member.ts'
import { runningPlans } from '../running-plans.ts'
import { doneFor, type PlanReader, planReader, type ReaderRefusal } from './plan-reader.ts'

export type ShowDay = {
  /** Null for one's own. */
  athlete: NamedMember | null
  /** Null is the athlete's today. */
  on: LocalDay | null
}

/** What an athlete is asked to do on a day, and what is done. */
export async function showDay(
  { db, actor, now }: UnitOfReading,
  { athlete, on }: ShowDay,
): Promise<Result<DayCard, ReaderRefusal>> {
  const reader = await planReader(db, actor, athlete)
  if (!reader.ok) return reader
  const viewerId = actor.kind === 'member' ? actor.accountId : reader.value.accountId
  return ok(await dayCard(db, reader.value, viewerId, on, now))
}

/** The card of a day for somebody who may see it. */
export async function dayCard(
  db: Reading,
  reader: PlanReader,
  viewerId: AccountId,
  on: LocalDay | null,
  now: Instant,
): Promise<DayCard> {
  const days = await daysOf(db, reader, viewerId, on, now)
  const day = on ?? days.today
  return {
    ...days,
    on: day,
    sessions: await sessionsFor(db, reader, days, day, day),
    done: await doneFor(db, reader, day, day),
  }
}

export type ShowWeek = {
  athlete: NamedMember | null
  /** Any day of the week; null is the athlete's present one. */
  on: LocalDay | null
}

/** Seven days of an athlete, Monday to Sunday: what is planned and what is done. */
export async function showTrainingWeek(
  { db, actor, now }: UnitOfReading,
  { athlete, on }: ShowWeek,
): Promise<Result<WeekCard, ReaderRefusal>> {
  const found = await planReader(db, actor, athlete)
  if (!found.ok) return found
  const reader = found.value
  const viewerId = actor.kind === 'member' ? actor.accountId : reader.accountId
  const days = await daysOf(db, reader, viewerId, on, now)
  const from = mondayOf(on ?? days.today)
  const to = addDays(from, 6)
  return ok({
    ...days,
    from,
    sessions: await sessionsFor(db, reader, days, from, to),
    done: await doneFor(db, reader, from, to),
  })
}

async function sessionsFor(
  db: Reading,
  reader: PlanReader,
  { vdot }: DaysOf,
  from: LocalDay,
  to: LocalDay,
): Promise<DayCard['sessions']> {
  const paces = vdot === null ? DEFAULT_PACES : pacesOfVdot(vdot)
  const sessions = await listSessionsOf(db, reader.organizationId, reader.accountId, from, to)
  return sessions.map(session => readSession(session, paces))
}

async function daysOf(
  db: Reading,
  reader: PlanReader,
  viewerId: AccountId,
  on: LocalDay | null,
  now: Instant,
): Promise<DaysOf> {
  const { organizationId, accountId, zone, name, mayChange } = reader
  const today = localDayAt(now, zone)
  const entry = reader.sees('pace', 'share')
    ? await findVdotOn(db, { organizationId, athleteId: accountId }, today)
    : undefined
  const profile = await findAthleteProfile(db, organizationId, viewerId)
  const plans = await runningPlans(db, organizationId, accountId, today, on ?? today)
  const head = plans.length === 0 ? await findHeadCoach(db, organizationId) : undefined
  const names = head ? await listAccounts(db, organizationId, [head.accountId]) : new Map()
  return {
    accountId,
    name,
    today,
    units: profile?.units ?? 'km',
    vdot: entry ? entry.vdotMilli / 1_000 : null,
    plans,
    mayChange,
    coachName: (head && names.get(head.accountId)?.displayName) ?? null,
  }
}
