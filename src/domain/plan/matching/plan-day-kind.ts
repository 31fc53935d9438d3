import type { LocalDay } from '#kernel/instant.ts'
import { type Enrollment, isAsked, weekOfPlan } from '../template/enrollment.ts'
import type { PlanDayKind } from './judge-days.ts'

export type RunningEnrollment = Pick<
  Enrollment,
  'startOn' | 'firstOn' | 'lastOn' | 'shifts' | 'weeks' | 'state' | 'stateOn'
>

/** What the plans of one athlete, paused and ended ones too, say of a day. */
export function planDayKind(enrollments: readonly RunningEnrollment[], on: LocalDay): PlanDayKind {
  const kinds = enrollments.map(enrollment => kindIn(enrollment, on))
  return kinds.find(kind => kind === 'in-plan') ?? kinds.find(kind => kind === 'paused') ?? 'none'
}

function kindIn(enrollment: RunningEnrollment, on: LocalDay): PlanDayKind {
  if (on < enrollment.firstOn || on > enrollment.lastOn) return 'none'
  if (!isAsked(enrollment, on)) return enrollment.state === 'paused' ? 'paused' : 'none'
  // Within the plan, and on none of its days: there it stood still.
  return weekOfPlan(enrollment, on) === null ? 'paused' : 'in-plan'
}
