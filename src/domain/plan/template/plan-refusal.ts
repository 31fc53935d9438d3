import type { LocalDay } from '#kernel/instant.ts'
import type { WorkoutTextFault } from '../text/workout-text-fault.ts'

/** What is wrong with a plan's text, and in which line (from 1) and where in it. */
export type PlanFault = { line: number; lineText: string } & (
  | { code: 'workout'; fault: WorkoutTextFault; text: string }
  | { code: 'day-unknown'; word: string; suggestion: string | null }
  | { code: 'no-week-yet' }
  | { code: 'week-out-of-order'; found: number; expected: number }
  | { code: 'too-many-weeks'; found: number; limit: number }
  | { code: 'too-many-sessions'; day: string; limit: number }
  | { code: 'rest-and-run'; day: string }
  | { code: 'note-too-long'; limit: number }
  | { code: 'workout-unknown'; name: string; suggestion: string | null }
  | { code: 'nothing-said'; day: string }
  | { code: 'quote-open' }
)

/** So many faults are told at once. */
export const FAULTS_TOLD = 10

export type PlanRefusal =
  | { code: 'plan-title-empty' }
  | { code: 'plan-title-too-long'; length: number; limit: number }
  | { code: 'plan-title-taken'; title: string }
  | { code: 'plan-empty' }
  | { code: 'plan-text-too-long'; limit: number }
  | { code: 'plan-text-wrong'; faults: PlanFault[]; more: number }
  | { code: 'plan-head-wrong'; line: number; word: string; known: readonly string[] }
  | { code: 'plan-header-wrong'; header: string }
  | { code: 'plan-unknown'; title: string; suggestion: string | null }
  | { code: 'plan-gone' }
  | { code: 'plan-changed-meanwhile'; title: string }
  | { code: 'plan-week-unknown'; week: number; weeks: number }
  | { code: 'plan-scale-wrong'; text: string }
  | { code: 'plan-full'; limit: number }
  | { code: 'plan-start-wrong'; text: string }
  | { code: 'plan-start-past'; on: LocalDay; today: LocalDay }
  | { code: 'plan-start-far'; on: LocalDay; limit: LocalDay }
  | { code: 'race-too-soon'; on: LocalDay; weeks: number; startsOn: LocalDay }
  | { code: 'not-your-athletes'; names: string[] }
  | { code: 'plan-for-nobody' }
  | { code: 'invited-plan-not-in-care' }
  | { code: 'plan-join-done' }
  | { code: 'plan-conflicts-changed' }
  | { code: 'plan-nothing-left' }
  | { code: 'no-enrollment'; name: string | null }
  | { code: 'which-enrollment'; titles: string[] }
  | { code: 'enrollment-already'; state: 'active' | 'paused' | 'ended' }
