import type { LocalDay } from '#kernel/instant.ts'
import type { PlanFault } from '../template/plan-refusal.ts'

/** Why something about an athlete's sessions cannot be done. */
export type LivingRefusal =
  | { code: 'plan-hidden'; name: string }
  | { code: 'plan-day-wrong'; text: string }
  | { code: 'session-gone' }
  | { code: 'no-session-on'; on: LocalDay; name: string | null }
  | { code: 'session-frozen'; on: LocalDay; isDone: boolean }
  | { code: 'move-out-of-week'; from: LocalDay; to: LocalDay }
  | { code: 'week-changed-meanwhile' }
  | { code: 'week-unchanged' }
  | { code: 'week-too-long' }
  | { code: 'week-text-wrong'; faults: PlanFault[] }
  | { code: 'change-unknown' }
  | { code: 'change-answered' }
  | { code: 'change-overtaken' }
  | { code: 'question-empty' }
  | { code: 'question-too-long'; limit: number }
  | { code: 'session-time-wrong'; text: string }
  | { code: 'pause-until-wrong'; on: LocalDay }
  | { code: 'resume-way-missing'; title: string; raceOn: LocalDay }
