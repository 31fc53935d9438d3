import { addDays, daysBetween } from '#domain/calendar/local-day.ts'
import type { AccountId, EnrollmentId, GroupId, OrganizationId, PlanId } from '#kernel/ids.ts'
import type { Instant, LocalDay } from '#kernel/instant.ts'

export type EnrollmentState = 'active' | 'paused' | 'ended'

/** A plan somebody is on or will be, with the week it is in today; null before it begins. */
export type RunningPlan = Pick<
  Enrollment,
  'title' | 'weeks' | 'startOn' | 'firstOn' | 'lastOn' | 'state' | 'stateOn'
> & { enrollmentId: string; week: number | null }

/** From this day of the plan on (0 is the Monday of week 1) everything is so many days later; whole weeks. */
export type Shift = { fromDay: number; days: number }

/** One athlete on one plan. The plan's content is the version it had when it was assigned, whatever became of it since. */
export type Enrollment = {
  id: EnrollmentId
  organizationId: OrganizationId
  accountId: AccountId
  planId: PlanId
  versionId: string
  title: string
  weeks: number
  /** The Monday of week 1. */
  startOn: LocalDay
  /** Sessions before this day are not asked for: whoever joins at week 5 has missed nothing. */
  firstOn: LocalDay
  /** The Sunday of the last week. */
  lastOn: LocalDay
  raceOn: LocalDay | null
  shifts: readonly Shift[]
  state: EnrollmentState
  /** The first day of the pause, or the first day without the plan. */
  stateOn: LocalDay | null
  /** The group with which it was assigned. */
  groupId: GroupId | null
  assignedBy: AccountId
  createdAt: Instant
  updatedAt: Instant
}

/** One planned workout of an athlete on a day. The enrollment with `dayIndex` and `slot` names it for good. */
export type PlannedSession = {
  enrollmentId: EnrollmentId
  planId: PlanId
  planTitle: string
  accountId: AccountId
  dayIndex: number
  slot: number
  /** 1 is the plan's first. */
  week: number
  on: LocalDay
  /** The workout in the text of the workout language. */
  text: string
  /** The library's title of the workout; null where it has none. */
  title: string | null
  note: string
  isChanged: boolean
}

/** On which day a day of the plan falls. */
export function dayOfPlan(enrollment: Pick<Enrollment, 'startOn' | 'shifts'>, dayIndex: number): LocalDay {
  const later = enrollment.shifts.filter(shift => shift.fromDay <= dayIndex)
  return addDays(enrollment.startOn, dayIndex + sum(later))
}

/** The days of the plan that may fall into the range; those that a shift moves out of it are among them. */
export function planDaysWithin(
  enrollment: Pick<Enrollment, 'startOn' | 'shifts'>,
  from: LocalDay,
  to: LocalDay,
): { first: number; last: number } {
  return {
    first: daysBetween(enrollment.startOn, from) - sum(enrollment.shifts),
    last: daysBetween(enrollment.startOn, to),
  }
}

/** Which week of the plan the day is in; null before and after it. */
export function weekOfPlan(
  enrollment: Pick<Enrollment, 'startOn' | 'shifts' | 'weeks'>,
  on: LocalDay,
): number | null {
  const { first, last } = planDaysWithin(enrollment, on, on)
  for (let day = Math.max(0, first); day <= Math.min(last, enrollment.weeks * 7 - 1); day++) {
    if (dayOfPlan(enrollment, day) === on) return Math.floor(day / 7) + 1
  }
  return null
}

/** The Sunday of the last week of a plan that nobody paused. */
export function lastDayOfWeeks(startOn: LocalDay, weeks: number): LocalDay {
  return addDays(startOn, weeks * 7 - 1)
}

/** Is a session on this day asked of the athlete? */
export function isAsked(
  enrollment: Pick<Enrollment, 'firstOn' | 'state' | 'stateOn'>,
  on: LocalDay,
): boolean {
  if (on < enrollment.firstOn) return false
  return enrollment.state === 'active' || enrollment.stateOn === null || on < enrollment.stateOn
}

/** A plan that is left from a day on. What fell into a pause before it is not asked after all. */
export function ended(enrollment: Enrollment, on: LocalDay, now: Instant): Enrollment {
  const { state, stateOn } = enrollment
  const isOverAlready = state === 'paused' && stateOn !== null && stateOn < on
  return { ...enrollment, state: 'ended', stateOn: isOverAlready ? stateOn : on, updatedAt: now }
}

/** What is left of a paused plan begins again whole weeks later, so that every session keeps its weekday. */
export function resumed(enrollment: Enrollment, on: LocalDay, now: Instant): Enrollment {
  // A plan that had not begun yet has missed nothing.
  const since = later(enrollment.stateOn ?? on, enrollment.firstOn)
  const days = Math.max(0, Math.ceil(daysBetween(since, on) / 7) * 7)
  const pausedDay = daysBetween(enrollment.startOn, since)
  const fromDay = firstDayFrom(enrollment, since) ?? pausedDay
  return {
    ...enrollment,
    shifts: days === 0 ? enrollment.shifts : [...enrollment.shifts, { fromDay: Math.max(0, fromDay), days }],
    lastOn: addDays(enrollment.lastOn, days),
    state: 'active',
    stateOn: null,
    updatedAt: now,
  }
}

function firstDayFrom(enrollment: Enrollment, on: LocalDay): number | null {
  const { first } = planDaysWithin(enrollment, on, on)
  for (let day = Math.max(0, first); day < enrollment.weeks * 7; day++) {
    if (dayOfPlan(enrollment, day) >= on) return day
  }
  return null
}

function sum(shifts: readonly Shift[]): number {
  return shifts.reduce((days, shift) => days + shift.days, 0)
}

function later(a: LocalDay, b: LocalDay): LocalDay {
  return a > b ? a : b
}
