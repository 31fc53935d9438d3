import type { AccountId, OrganizationId, PlanId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'

export const PLAN_LEVELS = ['basic', 'intermediate', 'advanced'] as const
export type PlanLevel = (typeof PLAN_LEVELS)[number]

export const PLAN_VISIBILITIES = ['public', 'coaches'] as const
export type PlanVisibility = (typeof PLAN_VISIBILITIES)[number]

export const PLAN_LIMITS = {
  title: 60,
  weeks: 52,
  sessionsADay: 2,
  note: 120,
  /** Characters of a whole plan as text. */
  text: 60_000,
} as const

/** One workout of a day, in the text of the workout language; a title where it came from the library. */
export type PlanSession = { text: string; title: string | null }
/** No session is a day of rest. */
export type PlanDay = { sessions: readonly PlanSession[]; note: string }
/** Seven days, Monday first. */
export type PlanWeek = { days: readonly PlanDay[]; note: string }
export type PlanWeeks = readonly PlanWeek[]

export type Plan = {
  id: PlanId
  organizationId: OrganizationId
  title: string
  /** What makes the title unique among the live ones: see `nameKey`. */
  titleKey: string
  level: PlanLevel
  visibility: PlanVisibility
  weeks: number
  /** The content that the next assignment gets; an earlier one stays with whoever was given it. */
  versionId: string
  ownerId: AccountId
  isExample: boolean
  createdAt: Instant
  updatedAt: Instant
  archivedAt: Instant | null
}

export const REST_DAY: PlanDay = { sessions: [], note: '' }
export const REST_WEEK: PlanWeek = { days: Array.from({ length: 7 }, () => REST_DAY), note: '' }
