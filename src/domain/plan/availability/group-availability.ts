import type { WeeklyTime } from '#domain/calendar/weekly-occurrence.ts'
import type { LocalDay } from '#kernel/instant.ts'
import type { DayAvailability } from './availability.ts'

export type AthleteAvailability = {
  name: string
  /** Empty where nothing was answered. */
  days: DayAvailability[]
  /** Was asked, and has not answered. */
  isAwaited: boolean
}

/** When the athletes of a group can train in a week, for coaches. */
export type GroupAvailability = {
  groupId: string
  groupName: string
  weekOn: LocalDay
  athletes: AthleteAvailability[]
  /** When they are asked; null where they are not. */
  round: WeeklyTime | null
}
