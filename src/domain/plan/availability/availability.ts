import { addDays, mondayOf } from '#domain/calendar/local-day.ts'
import type { WeeklyTime } from '#domain/calendar/weekly-occurrence.ts'
import type { AccountId, GroupId, OrganizationId } from '#kernel/ids.ts'
import type { Instant, LocalDay } from '#kernel/instant.ts'

export const AVAILABILITY_ANSWERS = ['yes', 'maybe', 'no'] as const
export type AvailabilityAnswer = (typeof AVAILABILITY_ANSWERS)[number]

/** So many minutes may be chosen for a day, where somebody wants to say. */
export const AVAILABLE_MINUTES = [30, 45, 60, 75, 90, 120, 150, 180] as const

export type DayAvailability = { on: LocalDay; answer: AvailabilityAnswer; minutes: number | null }

/** The week to come of one athlete; days that were not answered are not in it. */
export type AvailabilityWeek = {
  /** Its Monday. */
  weekOn: LocalDay
  days: DayAvailability[]
  /** The week has begun: nothing is changed any more. */
  isOver: boolean
}

/** On which weekday and at what time the athletes of a group are asked about the week to come. */
export type AvailabilityRound = WeeklyTime & {
  groupId: GroupId
  organizationId: OrganizationId
  activeFrom: Instant
  lastTurnAt: Instant | null
  setBy: AccountId
}

/** The Monday of the week that somebody is asked about on a day: the next one, also on a Monday. */
export function weekAskedOn(on: LocalDay): LocalDay {
  return addDays(mondayOf(on), 7)
}

export function hasBegun(weekOn: LocalDay, today: LocalDay): boolean {
  return today >= weekOn
}
