import type { EventOf } from '#domain/event.ts'
import type { Instant } from '#kernel/instant.ts'
import type { Enrollment } from './enrollment.ts'
import type { Plan } from './plan.ts'

export type PlanData = Pick<Plan, 'title' | 'level' | 'visibility' | 'weeks' | 'versionId'>
export type EnrollmentData = Pick<
  Enrollment,
  | 'planId'
  | 'versionId'
  | 'title'
  | 'weeks'
  | 'startOn'
  | 'firstOn'
  | 'lastOn'
  | 'raceOn'
  | 'state'
  | 'stateOn'
> & {
  enrollmentId: string
  athleteId: string
  groupId: string | null
  /** Tells one pause of a plan from the next. */
  changedAt: Instant
  /** Whose doing it is: the athlete is told, unless it was themselves. */
  by: string
}

/** Somebody wants a plan as a calendar, in so many pictures. */
export type PlanPicture = {
  pictureId: string
  title: string
  versionId: string
  pictures: number
  askedBy: string
}

export type PlanEvent =
  | EventOf<'plan.created' | 'plan.edited' | 'plan.archived', PlanData>
  | EventOf<'plan.assigned', EnrollmentData>
  | EventOf<'plan.picture-asked', PlanPicture>
  | EventOf<'enrollment.paused' | 'enrollment.resumed' | 'enrollment.ended', EnrollmentData>
