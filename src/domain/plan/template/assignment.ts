import type { LocalDay } from '#kernel/instant.ts'
import type { DayAvailability } from '../availability/availability.ts'
import type { PlanConcern } from './lint-plan.ts'
import type { Plan } from './plan.ts'
import type { Aligned } from './start-day.ts'

/** What is done with athletes who are on a plan in that time already. */
export const CONFLICT_WAYS = ['replace', 'keep', 'skip'] as const
export type ConflictWay = (typeof CONFLICT_WAYS)[number]

/** What a coach may want to know of one athlete before the plan is theirs; it forbids nothing. */
export type AthleteConcern =
  | { code: 'longer-than-lately'; longestCm: number; plannedCm: number }
  | { code: 'no-runs-lately'; plannedCm: number }
  | { code: 'race-on-long-day'; on: LocalDay; raceName: string | null; plannedCm: number }

export type AssignedTo = {
  accountId: string
  name: string
  /** Titles of the plans they are on in that time. */
  conflicts: string[]
  concerns: AthleteConcern[]
  /** When they can train in the first week; empty where they did not say. */
  availability?: DayAvailability[]
}

/** Everything that is said before a plan is assigned. */
export type AssignmentPreview = {
  plan: Plan
  aligned: Aligned
  groupName: string | null
  athletes: AssignedTo[]
  /** Members of the group who get nothing: suspended. */
  leftOut: string[]
  concerns: PlanConcern[]
}

/** A tenth more than the longest of the last thirty days. */
export const LONGEST_GROWTH = 1.1
export const LATELY_DAYS = 30
