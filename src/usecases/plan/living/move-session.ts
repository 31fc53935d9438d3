import { addDays, localDayAt, mondayOf } from '#domain/calendar/local-day.ts'
import type { ChangeRequest } from '#domain/plan/living/change-request.ts'
import { CHANGE_NOTE_MAX } from '#domain/plan/living/change-request.ts'
import {
  isSameKey,
  keyOf,
  type SessionEdit,
  type SessionKey,
  shapeOf,
} from '#domain/plan/living/session-edit.ts'
import type { PlannedSession } from '#domain/plan/template/enrollment.ts'
import type { LocalDay } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { mayMoveOwn } from '#store/plan-settings-store.ts'
import { listSessionsOf } from '#store/read/session-read.ts'
import type { UnitOfReading } from '../../ask.ts'
import type { NamedMember } from '../../organization/require-club-member.ts'
import type { Done, UnitOfWork } from '../../perform.ts'
import { recordChange } from './edit-sessions.ts'
import { type SessionsOf, type SessionsRefusal, sessionsOwner } from './sessions-owner.ts'

export type MoveSession = {
  /** Null for one's own. */
  athlete: NamedMember | null
  /** The session itself, or all of a day. */
  which: SessionKey | { on: LocalDay }
  /** Another day of its week; null is not to do it at all. */
  to: LocalDay | null
  /** What is planned on that day comes to this one. */
  isSwap: boolean
  note: string
}
export type SessionMoved = { request: ChangeRequest; name: string; isOwn: boolean }

/**
 * Moves a session within its week, swaps it with another day, or drops it. A coach decides and the athlete is told; an
 * athlete's own move is done at once where the club allows it, and what they cannot do is asked of their coach.
 */
export async function moveSession(
  unit: UnitOfWork,
  { athlete, which, to, isSwap, note: written }: MoveSession,
): Promise<Result<Done<SessionMoved>, SessionsRefusal>> {
  const { tx, actor } = unit
  const found = await sessionsOwner(tx, actor, athlete)
  if (!found.ok) return found
  const { owner, name, byId, isOwn, isCoach } = found.value
  const note = written.trim()
  if (note.length > CHANGE_NOTE_MAX) return refuse({ code: 'question-too-long', limit: CHANGE_NOTE_MAX })
  const { organizationId, accountId } = owner
  const chosen = await chooseSessions(unit, found.value, which)
  if (!chosen.ok) return chosen
  const [first] = chosen.value
  if (!first) return refuse({ code: 'session-gone' })
  if (to !== null && mondayOf(to) !== mondayOf(first.on)) {
    return refuse({ code: 'move-out-of-week', from: first.on, to })
  }
  if (to === first.on) return refuse({ code: 'week-unchanged' })
  const there = to !== null && isSwap ? await listSessionsOf(tx, organizationId, accountId, to, to) : []
  const edits: SessionEdit[] = [
    ...chosen.value.map(session => moved(session, to)),
    ...there.map(session => moved(session, first.on)),
  ]
  const isDone = isCoach || (to !== null && (await mayMoveOwn(tx, organizationId)))
  const kind = !isDone ? 'asked' : isOwn ? 'moved' : 'told'
  const done = await recordChange(unit, owner, { kind, edits, note, by: byId })
  if (!done.ok) return done
  return ok({ value: { request: done.value.request, name, isOwn }, events: done.value.events })
}

function moved(session: PlannedSession, to: LocalDay | null): SessionEdit {
  const before = shapeOf(session)
  return { ...keyOf(session), before, after: to === null ? null : { ...before, on: to } }
}

async function chooseSessions(
  { tx, now }: UnitOfWork,
  { owner, name, isOwn }: SessionsOf,
  which: MoveSession['which'],
): Promise<Result<PlannedSession[], SessionsRefusal>> {
  const { organizationId, accountId, zone } = owner
  if ('on' in which) {
    const sessions = await listSessionsOf(tx, organizationId, accountId, which.on, which.on)
    if (sessions.length > 0) return ok(sessions)
    return refuse({ code: 'no-session-on', on: which.on, name: isOwn ? null : name })
  }
  const session = await findSession(tx, owner, localDayAt(now, zone), which)
  return session ? ok([session]) : refuse({ code: 'session-gone' })
}

/** Weeks around today in which a button's session is looked for. */
const WEEKS_AROUND = 8

export async function findSession(
  db: UnitOfReading['db'],
  { organizationId, accountId }: SessionsOf['owner'],
  today: LocalDay,
  key: SessionKey,
): Promise<PlannedSession | undefined> {
  const from = addDays(today, -7 * WEEKS_AROUND)
  const sessions = await listSessionsOf(db, organizationId, accountId, from, addDays(today, 7 * WEEKS_AROUND))
  return sessions.find(session => isSameKey(session, key))
}

export type MoveOptions = {
  accountId: string
  /** Null for one's own. */
  name: string | null
  today: LocalDay
  from: LocalDay
  /** Of the week, from today on. */
  sessions: PlannedSession[]
  chosen: PlannedSession | null
  /** Will it be done at once? */
  isDecided: boolean
}

/** The sessions of a week that may still be moved: the week of one of them, or the present one. */
export async function moveOptions(
  { db, actor, now }: UnitOfReading,
  { athlete, key }: { athlete: NamedMember | null; key: SessionKey | null },
): Promise<Result<MoveOptions, SessionsRefusal>> {
  const found = await sessionsOwner(db, actor, athlete)
  if (!found.ok) return found
  const { owner, name, isOwn, isCoach } = found.value
  const today = localDayAt(now, owner.zone)
  const chosen = key === null ? undefined : await findSession(db, owner, today, key)
  if (key !== null && !chosen) return refuse({ code: 'session-gone' })
  if (chosen && chosen.on < today) return refuse({ code: 'session-frozen', on: chosen.on, isDone: false })
  const from = mondayOf(chosen?.on ?? today)
  const first = from < today ? today : from
  const { organizationId, accountId } = owner
  const sessions = await listSessionsOf(db, organizationId, accountId, first, addDays(from, 6))
  if (sessions.length === 0) return refuse({ code: 'no-session-on', on: first, name: isOwn ? null : name })
  return ok({
    accountId,
    name: isOwn ? null : name,
    today,
    from,
    sessions,
    chosen: chosen ?? null,
    isDecided: isCoach || (await mayMoveOwn(db, organizationId)),
  })
}
