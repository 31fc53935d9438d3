import { isRun } from '#domain/activity/sub-type.ts'
import { addDays, localDayAt, mondayOf } from '#domain/calendar/local-day.ts'
import type { DomainEvent } from '#domain/event.ts'
import type { ChangeKind, ChangeNews, ChangeRequest } from '#domain/plan/living/change-request.ts'
import type { LivingRefusal } from '#domain/plan/living/living-refusal.ts'
import {
  isSameKey,
  isSameShape,
  type SessionEdit,
  shapeOf,
  weekShifts,
} from '#domain/plan/living/session-edit.ts'
import { mayShow } from '#domain/privacy/may-show.ts'
import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import type { LocalDay, Zone } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { insertChangeRequest } from '#store/change-request-store.ts'
import { isAssigned, listCoaches } from '#store/coach-store.ts'
import type { Reading } from '#store/db.ts'
import { findEnrollment } from '#store/enrollment-store.ts'
import { findHeadCoach } from '#store/organization-store.ts'
import { findPrivacySwitches } from '#store/privacy-store.ts'
import { listCoachesOf } from '#store/read/coaches-of.ts'
import { listDone } from '#store/read/done-read.ts'
import { listSessionsOf } from '#store/read/session-read.ts'
import { upsertSessionChange } from '#store/session-change-store.ts'
import type { UnitOfWork } from '../../perform.ts'

/** Whose sessions are edited. */
export type Owner = { organizationId: OrganizationId; accountId: AccountId; zone: Zone }

/**
 * Looks whether edits may be made of the sessions as they are now: nothing that is over or done is rewritten, and nothing
 * that changed since it was looked at. Gives what each week comes to.
 */
export async function checkEdits(
  unit: Pick<UnitOfWork, 'tx' | 'now'>,
  owner: Owner,
  edits: readonly SessionEdit[],
): Promise<Result<ReturnType<typeof weekShifts>, LivingRefusal>> {
  const { tx, now } = unit
  const today = localDayAt(now, owner.zone)
  const days = edits.flatMap(({ before, after }) =>
    [before, after].flatMap(shape => (shape ? [shape.on] : [])),
  )
  const [first, last] = [days.reduce(earlier), days.reduce(later)]
  if (first < today) return refuse({ code: 'session-frozen', on: first, isDone: false })
  const isTodayDone =
    days.includes(today) &&
    (await hasRunOn(tx, owner, today)) &&
    edits.some(({ before }) => before?.on === today)
  if (isTodayDone) return refuse({ code: 'session-frozen', on: today, isDone: true })
  const sessions = await listSessionsOf(
    tx,
    owner.organizationId,
    owner.accountId,
    mondayOf(first),
    addDays(mondayOf(last), 6),
  )
  for (const edit of edits) {
    const present = sessions.find(session => isSameKey(session, edit))
    const isAsBefore = edit.before === null ? !present : present && isSameShape(shapeOf(present), edit.before)
    if (!isAsBefore) return refuse({ code: 'change-overtaken' })
  }
  return ok(weekShifts(sessions, edits))
}

/**
 * A run of that day: with it, what was planned for the day is done. One that its athlete hides from coaches freezes
 * nothing, as that would tell of it.
 */
export async function hasRunOn(db: Reading, owner: Owner, on: LocalDay): Promise<boolean> {
  const { organizationId, accountId } = owner
  const done = await listDone(db, organizationId, accountId, on, on)
  const switches = await findPrivacySwitches(db, organizationId, accountId)
  const athlete = { status: 'active', hasAnswered: true, sharesWithGroup: false, switches } as const
  return done.some(
    ({ subType, visibility, source }) =>
      isRun(subType) &&
      mayShow(
        { kind: 'activity', visibility, source: source === 'strava' ? 'strava-api' : 'owned', athlete },
        { relation: 'coach', isSuspended: false },
        'private',
      ),
  )
}

const earlier = (a: LocalDay, b: LocalDay) => (a < b ? a : b)
const later = (a: LocalDay, b: LocalDay) => (a > b ? a : b)

export async function writeEdits(
  { tx, now }: Pick<UnitOfWork, 'tx' | 'now'>,
  owner: Owner,
  edits: readonly SessionEdit[],
): Promise<void> {
  for (const edit of edits) await upsertSessionChange(tx, owner, edit, now)
}

/** Keeps a change with who is told of it, and does it unless it waits for an answer. */
export async function recordChange(
  unit: UnitOfWork,
  owner: Owner,
  change: { kind: ChangeKind; edits: SessionEdit[]; note: string; by: AccountId },
): Promise<Result<{ request: ChangeRequest; events: DomainEvent[] }, LivingRefusal>> {
  const { tx, now, newId } = unit
  const checked = await checkEdits(unit, owner, change.edits)
  if (!checked.ok) return checked
  const request: ChangeRequest = {
    id: newId<string>(),
    organizationId: owner.organizationId,
    accountId: owner.accountId,
    askedBy: change.by,
    kind: change.kind,
    state: 'open',
    edits: change.edits,
    weeks: checked.value,
    note: change.note,
    createdAt: now,
  }
  if (change.kind !== 'asked') await writeEdits(unit, owner, change.edits)
  await insertChangeRequest(tx, request)
  const tell =
    change.kind === 'told'
      ? [owner.accountId]
      : await coachesToTell(tx, owner, change.edits[0]?.enrollmentId ?? '')
  return ok({ request, events: [changeEvent(request, change.kind, change.by, tell, request.id)] })
}

/** `newsId` tells two pieces of news about the same change apart. */
export function changeEvent(
  request: ChangeRequest,
  news: ChangeNews,
  by: AccountId,
  tell: readonly AccountId[],
  newsId: string,
): DomainEvent {
  return {
    type:
      news === 'asked'
        ? 'change.asked'
        : news === 'told' || news === 'moved'
          ? 'sessions.changed'
          : 'change.answered',
    organizationId: request.organizationId,
    target: { kind: 'change', id: request.id },
    subjectId: request.accountId,
    isVisibleToSubject: true,
    before: null,
    after: {
      requestId: request.id,
      newsId,
      news,
      athleteId: request.accountId,
      by,
      tell: tell.filter(id => id !== by),
      edits: request.edits,
    },
  }
}

/** The coaches of the athlete; else whoever assigned the plan and coaches still; else the head coach. */
export async function coachesToTell(db: Reading, owner: Owner, enrollmentId: string): Promise<AccountId[]> {
  const { organizationId, accountId } = owner
  const own = await listCoachesOf(db, organizationId, accountId)
  if (own.length > 0) return own
  const enrollment = await findEnrollment(db, organizationId, enrollmentId)
  const coaches = await listCoaches(db, organizationId)
  const assigner = coaches.find(coach => coach.accountId === enrollment?.assignedBy)
  if (assigner) return [assigner.accountId]
  const head = await findHeadCoach(db, organizationId)
  return head ? [head.accountId] : []
}

/** May this coach decide over the athlete's sessions? Nobody decides over what they asked for themselves. */
export async function coaches(
  db: Reading,
  organizationId: OrganizationId,
  coach: { accountId: AccountId; roles: ReadonlySet<string> },
  athleteId: AccountId,
): Promise<boolean> {
  if (coach.roles.has('head-coach')) return true
  return (
    coach.roles.has('assistant-coach') &&
    coach.accountId !== athleteId &&
    (await isAssigned(db, organizationId, coach.accountId, athleteId))
  )
}
