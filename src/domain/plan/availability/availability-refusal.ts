import type { LocalDay } from '#kernel/instant.ts'

/** Why something about availability cannot be done. */
export type AvailabilityRefusal =
  | { code: 'availability-week-begun'; weekOn: LocalDay }
  | { code: 'availability-day-wrong' }
  | { code: 'availability-not-asked'; name: string }
