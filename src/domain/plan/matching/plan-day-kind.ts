import { addDays } from '#domain/calendar/local-day.ts'
import type { LocalDay } from '#kernel/instant.ts'
import { dayOfPlan, type Enrollment, isAsked, planDaysWithin } from '../template/enrollment.ts'
import type { PlanDayKind } from './judge-days.ts'

export type RunningEnrollment = Pick<
  Enrollment,
  'startOn' | 'firstOn' | 'lastOn' | 'shifts' | 'weeks' | 'state' | 'stateOn'
>

/**
 * What the plans of athletes, paused and ended ones too, say of the days from the first to the last. Whoever was put on
 * a plan together has the same days, which are reckoned once.
 */
export function planDayKinds(
  from: LocalDay,
  to: LocalDay,
): (enrollments: readonly RunningEnrollment[]) => (on: LocalDay) => PlanDayKind {
  const known = new Map<string, ReadonlyMap<LocalDay, PlanDayKind>>()
  const kindsOf = (enrollment: RunningEnrollment) => {
    const { startOn, firstOn, lastOn, shifts, weeks, state, stateOn } = enrollment
    const key = JSON.stringify([startOn, firstOn, lastOn, shifts, weeks, state, stateOn])
    const kinds = known.get(key) ?? kindsWithin(enrollment, from, to)
    known.set(key, kinds)
    return kinds
  }
  return enrollments => {
    const kinds = enrollments.map(kindsOf)
    return on => {
      const said = kinds.map(each => each.get(on))
      return said.includes('in-plan') ? 'in-plan' : said.includes('paused') ? 'paused' : 'none'
    }
  }
}

/** The days of one plan; a day that is not in it is none of its. */
function kindsWithin(
  enrollment: RunningEnrollment,
  from: LocalDay,
  to: LocalDay,
): ReadonlyMap<LocalDay, PlanDayKind> {
  const { first, last } = planDaysWithin(enrollment, from, to)
  const planned = new Set<LocalDay>()
  for (let day = Math.max(0, first); day <= Math.min(last, enrollment.weeks * 7 - 1); day++) {
    planned.add(dayOfPlan(enrollment, day))
  }
  const kinds = new Map<LocalDay, PlanDayKind>()
  const begin = enrollment.firstOn > from ? enrollment.firstOn : from
  const end = enrollment.lastOn < to ? enrollment.lastOn : to
  for (let on = begin; on <= end; on = addDays(on, 1)) {
    if (!isAsked(enrollment, on)) {
      if (enrollment.state === 'paused') kinds.set(on, 'paused')
      continue
    }
    // Between two of its days it stood still.
    kinds.set(on, planned.has(on) ? 'in-plan' : 'paused')
  }
  return kinds
}
