import {
  dayOfPlan,
  type Enrollment,
  isAsked,
  type PlannedSession,
  planDaysWithin,
} from '#domain/plan/template/enrollment.ts'
import type { AccountId, EnrollmentId, OrganizationId } from '#kernel/ids.ts'
import type { LocalDay } from '#kernel/instant.ts'
import type { Reading } from '../db.ts'
import { enrollmentOf } from '../enrollment-store.ts'
import { inSlices } from '../in-slices.ts'

/**
 * The planned sessions of one athlete from the first day to the last, both included, in order. They are reckoned from
 * the version of the plan that was assigned, where it begins, and what was changed for this athlete since; what it
 * costs is proportional to the days that are asked for, however long the plan is.
 */
export async function listSessionsOf(
  db: Reading,
  organizationId: OrganizationId,
  accountId: AccountId,
  from: LocalDay,
  to: LocalDay,
): Promise<PlannedSession[]> {
  return listSessionsOfMany(db, organizationId, [accountId], from, to)
}

/** The same of several athletes, by day and then in the order of their ids. */
export async function listSessionsOfMany(
  db: Reading,
  organizationId: OrganizationId,
  accountIds: readonly AccountId[],
  from: LocalDay,
  to: LocalDay,
): Promise<PlannedSession[]> {
  const sessions: PlannedSession[] = []
  await inSlices(accountIds, async slice => {
    const enrollments = await listRunning(db, organizationId, slice, from, to)
    const days = await daysOfVersions(db, organizationId, enrollments, from, to)
    const changes = await changesOf(db, organizationId, slice, from, to, enrollments)
    for (const enrollment of enrollments) sessions.push(...sessionsOf(enrollment, days, changes, from, to))
  })
  return sessions.sort(inOrder)
}

type Day = {
  version_id: string
  day_index: number
  slot: number
  text: string
  title: string | null
  note: string
}
type Change = Omit<Day, 'version_id'> & { enrollment_id: string; on_day: string; is_dropped: number }

async function listRunning(
  db: Reading,
  organizationId: OrganizationId,
  accountIds: readonly AccountId[],
  from: LocalDay,
  to: LocalDay,
): Promise<Enrollment[]> {
  const rows = await db
    .selectFrom('enrollments')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('account_id', 'in', [...accountIds])
    .where('last_on', '>=', from)
    .where('start_on', '<=', to)
    .execute()
  return rows.map(enrollmentOf)
}

/** Each version is read once, for as many of its days as some enrollment needs. */
async function daysOfVersions(
  db: Reading,
  organizationId: OrganizationId,
  enrollments: readonly Enrollment[],
  from: LocalDay,
  to: LocalDay,
): Promise<Map<string, Day[]>> {
  const wanted = new Map<string, { first: number; last: number }>()
  for (const enrollment of enrollments) {
    const { first, last } = planDaysWithin(enrollment, from, to)
    const known = wanted.get(enrollment.versionId)
    wanted.set(enrollment.versionId, {
      first: Math.min(first, known?.first ?? first),
      last: Math.max(last, known?.last ?? last),
    })
  }
  const found = new Map<string, Day[]>()
  for (const [versionId, { first, last }] of wanted) {
    const rows = await db
      .selectFrom('plan_days')
      .select(['version_id', 'day_index', 'slot', 'text', 'title', 'note'])
      .where('organization_id', '=', organizationId)
      .where('version_id', '=', versionId)
      .where('day_index', '>=', first)
      .where('day_index', '<=', last)
      .execute()
    found.set(versionId, rows)
  }
  return found
}

/** What was changed of the days that are asked for, and what was moved into them. */
async function changesOf(
  db: Reading,
  organizationId: OrganizationId,
  accountIds: readonly AccountId[],
  from: LocalDay,
  to: LocalDay,
  enrollments: readonly Enrollment[],
): Promise<Map<string, Change[]>> {
  if (enrollments.length === 0) return new Map()
  const firsts = enrollments.map(enrollment => planDaysWithin(enrollment, from, to).first)
  const lasts = enrollments.map(enrollment => planDaysWithin(enrollment, from, to).last)
  const rows = await db
    .selectFrom('session_changes')
    .select(['enrollment_id', 'day_index', 'slot', 'on_day', 'text', 'title', 'note', 'is_dropped'])
    .where('organization_id', '=', organizationId)
    .where('account_id', 'in', [...accountIds])
    .where(({ or, and, eb }) =>
      or([
        and([eb('on_day', '>=', from), eb('on_day', '<=', to)]),
        and([eb('day_index', '>=', Math.min(...firsts)), eb('day_index', '<=', Math.max(...lasts))]),
      ]),
    )
    .execute()
  return Map.groupBy(rows, row => row.enrollment_id)
}

function sessionsOf(
  enrollment: Enrollment,
  days: ReadonlyMap<string, Day[]>,
  changes: ReadonlyMap<string, Change[]>,
  from: LocalDay,
  to: LocalDay,
): PlannedSession[] {
  const changed = changes.get(enrollment.id) ?? []
  const isTouched = (day: Day) =>
    changed.some(change => change.day_index === day.day_index && change.slot === day.slot)
  const planned = (days.get(enrollment.versionId) ?? [])
    .filter(day => day.text !== '' && !isTouched(day))
    .map(day => session(enrollment, day, dayOfPlan(enrollment, day.day_index), false))
  const moved = changed
    .filter(change => change.is_dropped === 0)
    .map(change => session(enrollment, change, change.on_day as LocalDay, true))
  return [...planned, ...moved].filter(({ on }) => on >= from && on <= to && isAsked(enrollment, on))
}

function session(
  enrollment: Enrollment,
  day: Omit<Day, 'version_id'>,
  on: LocalDay,
  isChanged: boolean,
): PlannedSession {
  return {
    enrollmentId: enrollment.id as EnrollmentId,
    planId: enrollment.planId,
    planTitle: enrollment.title,
    accountId: enrollment.accountId,
    dayIndex: day.day_index,
    slot: day.slot,
    week: Math.floor(day.day_index / 7) + 1,
    on,
    text: day.text,
    title: day.title,
    note: day.note,
    isChanged,
  }
}

function inOrder(a: PlannedSession, b: PlannedSession): number {
  return (
    compare(a.on, b.on) ||
    compare(a.accountId, b.accountId) ||
    compare(a.enrollmentId, b.enrollmentId) ||
    a.slot - b.slot
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
