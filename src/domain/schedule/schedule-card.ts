import type { LocalDay, LocalTime, Zone } from '#kernel/instant.ts'
import type { Schedule } from './schedule.ts'

/** A schedule as its readers see it. */
export type ScheduleCard = {
  schedule: Schedule
  groupName: string
  setByName: string
  /** When it posts next, by the wall clock of `zone`; null unless it is active. */
  next: { on: LocalDay; at: LocalTime; zone: Zone } | null
}
