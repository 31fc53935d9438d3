import type { SubType } from '#domain/activity/sub-type.ts'
import { addDays } from '#domain/calendar/local-day.ts'
import type { DoneActivity, LockedMatch } from '#domain/plan/matching/match-sessions.ts'
import { familyOfActivity, familyOfSession } from '#domain/plan/matching/session-family.ts'
import { sessionTarget } from '#domain/plan/matching/session-target.ts'
import type { AccountId, ActivityId, EnrollmentId, PlanId } from '#kernel/ids.ts'
import { instant, localDay } from '#kernel/instant.ts'

export const MONDAY = localDay('2026-11-16')
export const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const
export type Day = (typeof DAYS)[number]

export function dayOn(day: Day) {
  return addDays(MONDAY, DAYS.indexOf(day))
}

/** `Tue 8km`, `Sun "Bike hour" 60min`: what the plan has. */
export function planned(line: string, slot = 0, enrollment = 'e1') {
  const [, day, title, text] = /^(\w{3}) (?:"([^"]+)" )?(.+)$/.exec(line) ?? []
  if (!day || !text) throw new Error(line)
  const dayIndex = DAYS.indexOf(day as Day)
  const session = {
    enrollmentId: enrollment as EnrollmentId,
    planId: 'p' as PlanId,
    planTitle: 'Plan',
    accountId: 'a' as AccountId,
    dayIndex,
    slot,
    week: 1,
    on: dayOn(day as Day),
    text,
    title: title ?? null,
    note: '',
    isChanged: false,
  }
  return { session, family: familyOfSession(title ?? null, undefined), target: sessionTarget(text) }
}

/** Several of a day get slots in the order in which they stand. */
export function plannedWeek(lines: readonly string[]) {
  const slots = new Map<string, number>()
  return lines.map(line => {
    const day = line.slice(0, 3)
    const slot = slots.get(day) ?? 0
    slots.set(day, slot + 1)
    return planned(line, slot)
  })
}

/** `Tue easy-run 8.1km 48min`, either measure alone too: what was done, `r1` being the first. */
export function done(lines: readonly string[]): DoneActivity[] {
  return lines.map((line, index) => {
    const [day = '', subType = '', ...measures] = line.split(' ')
    const number = (unit: string) => measures.find(word => word.endsWith(unit))?.slice(0, -unit.length)
    const km = number('km')
    return {
      id: `r${index + 1}` as ActivityId,
      startedAt: instant(Date.parse(dayOn(day as Day)) + index),
      on: dayOn(day as Day),
      family: familyOfActivity(subType as SubType),
      distanceCm: km === undefined ? null : Math.round(Number(km) * 100_000),
      // Six minutes a kilometre where nothing is said.
      durationMs: Number(number('min') ?? Number(km) * 6) * 60_000,
    }
  })
}

/** `r1 = Tue 0`, `r1 = none`. */
export function locks(lines: readonly string[]): LockedMatch[] {
  return lines.map(line => {
    const [activity = '', session = ''] = line.split(' = ')
    const activityId = activity as ActivityId
    if (session === 'none') return { activityId, session: null }
    const [day = '', slot = '0'] = session.split(' ')
    return {
      activityId,
      session: { enrollmentId: 'e1' as EnrollmentId, dayIndex: DAYS.indexOf(day as Day), slot: Number(slot) },
    }
  })
}
