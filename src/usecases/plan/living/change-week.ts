import { addDays, daysBetween, localDayAt, mondayOf } from '#domain/calendar/local-day.ts'
import type { ChangeRequest } from '#domain/plan/living/change-request.ts'
import { fingerprint, type SessionEdit, weekEdits } from '#domain/plan/living/session-edit.ts'
import {
  dayOfPlan,
  type Enrollment,
  isAsked,
  type PlannedSession,
  planDaysWithin,
} from '#domain/plan/template/enrollment.ts'
import type { PlanDay } from '#domain/plan/template/plan.ts'
import type { LocalDay } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { listAvailability } from '#store/availability-store.ts'
import { listEnrollmentsOf } from '#store/enrollment-store.ts'
import { listSessionsOf } from '#store/read/session-read.ts'
import { findFreeSlot } from '#store/session-change-store.ts'
import type { UnitOfReading } from '../../ask.ts'
import type { NamedMember } from '../../organization/require-club-member.ts'
import type { Done, UnitOfWork } from '../../perform.ts'
import { hasRunOn, type Owner, recordChange } from './edit-sessions.ts'
import { type SessionsOf, type SessionsRefusal, sessionsOwner } from './sessions-owner.ts'

export type OpenWeek = {
  accountId: string
  name: string
  from: LocalDay
  today: LocalDay
  /** What is over or done, and stays. */
  frozen: PlannedSession[]
  /** What may be changed, from this day on. */
  firstOn: LocalDay
  sessions: PlannedSession[]
  seen: string
}

/** A week of an athlete as their coach may change it. */
export async function openWeek(
  { db, actor, now }: UnitOfReading,
  { athlete, on, weeksAhead }: { athlete: NamedMember; on: LocalDay | null; weeksAhead: number },
): Promise<Result<OpenWeek, SessionsRefusal>> {
  const found = await requireCoachOf(db, actor, athlete)
  if (!found.ok) return found
  const { owner, name } = found.value
  const today = localDayAt(now, owner.zone)
  const from = addDays(mondayOf(on ?? today), 7 * weeksAhead)
  if (addDays(from, 6) < today) {
    return refuse({ code: 'session-frozen', on: addDays(from, 6), isDone: false })
  }
  const running = await enrollmentIn(db, owner, from)
  if (!running) return refuse({ code: 'no-enrollment', name })
  const availability = await listAvailability(db, owner.organizationId, [owner.accountId], from)
  return ok({
    accountId: owner.accountId,
    name,
    availability: availability.get(owner.accountId) ?? [],
    ...(await weekOf(db, owner, from, today)),
  })
}

export type ChangeWeek = {
  athlete: NamedMember
  /** The Monday of the week. */
  from: LocalDay
  /** Seven days as they are to be, Monday first. */
  days: readonly PlanDay[]
  /** What the coach looked at. */
  seen: string
}
export type WeekChanged = { request: ChangeRequest; name: string }

/** A coach rewrites what is left of an athlete's week; the athlete is told what is different. */
export async function changeWeek(
  unit: UnitOfWork,
  { athlete, from, days, seen }: ChangeWeek,
): Promise<Result<Done<WeekChanged>, SessionsRefusal>> {
  const { tx, actor, now } = unit
  const found = await requireCoachOf(tx, actor, athlete)
  if (!found.ok) return found
  const { owner, name, byId, isOwn } = found.value
  const week = await weekOf(tx, owner, from, localDayAt(now, owner.zone))
  if (week.seen !== seen) return refuse({ code: 'week-changed-meanwhile' })
  const early = days.findIndex((day, index) => day.sessions.length > 0 && addDays(from, index) < week.firstOn)
  if (early >= 0) {
    const on = addDays(from, early)
    return refuse({ code: 'session-frozen', on, isDone: on === week.today })
  }
  const wanted = weekEdits(week.sessions, days, from)
  if (wanted.length === 0) return refuse({ code: 'week-unchanged' })
  const enrollment = await enrollmentIn(tx, owner, from)
  if (!enrollment) return refuse({ code: 'no-enrollment', name })
  const edits: SessionEdit[] = []
  for (const { key, before, after } of wanted) {
    edits.push({ ...(key ?? (await newKey(unit, enrollment, after?.on ?? from, edits))), before, after })
  }
  const kind = isOwn ? 'moved' : 'told'
  const done = await recordChange(unit, owner, { kind, edits, note: '', by: byId })
  if (!done.ok) return done
  return ok({ value: { request: done.value.request, name }, events: done.value.events })
}

async function requireCoachOf(
  db: UnitOfReading['db'],
  actor: UnitOfReading['actor'],
  athlete: NamedMember,
): Promise<Result<SessionsOf, SessionsRefusal>> {
  const found = await sessionsOwner(db, actor, athlete)
  return !found.ok || found.value.isCoach ? found : refuse({ code: 'not-a-coach' })
}

async function weekOf(db: UnitOfReading['db'], owner: Owner, from: LocalDay, today: LocalDay) {
  const { organizationId, accountId } = owner
  const all = await listSessionsOf(db, organizationId, accountId, from, addDays(from, 6))
  const isTodayDone = from <= today && (await hasRunOn(db, owner, today))
  const open = isTodayDone ? addDays(today, 1) : today
  const firstOn = from < open ? open : from
  return {
    from,
    today,
    firstOn,
    frozen: all.filter(session => session.on < firstOn),
    sessions: all.filter(session => session.on >= firstOn),
    seen: fingerprint(all),
  }
}

/** The plan to which a new session of the week belongs: the one that runs in it. */
async function enrollmentIn(
  db: UnitOfReading['db'],
  { organizationId, accountId }: Owner,
  from: LocalDay,
): Promise<Enrollment | undefined> {
  const running = await listEnrollmentsOf(db, organizationId, [accountId], from)
  return running.find(each => each.startOn <= addDays(from, 6) && isAsked(each, addDays(from, 6)))
}

async function newKey(
  { tx }: UnitOfWork,
  enrollment: Enrollment,
  on: LocalDay,
  taken: readonly SessionEdit[],
): Promise<{ enrollmentId: string; dayIndex: number; slot: number }> {
  const { first, last } = planDaysWithin(enrollment, on, on)
  const days = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
  const dayIndex = days.find(day => dayOfPlan(enrollment, day) === on) ?? daysBetween(enrollment.startOn, on)
  const free = await findFreeSlot(tx, enrollment.organizationId, enrollment.id, dayIndex)
  const inUse = taken.filter(edit => edit.enrollmentId === enrollment.id && edit.dayIndex === dayIndex)
  return {
    enrollmentId: enrollment.id,
    dayIndex,
    slot: Math.max(free, ...inUse.map(edit => edit.slot + 1)),
  }
}
