import { localTimeToInstant } from '#domain/calendar/local-time-to-instant.ts'
import type { Instant, LocalDay, LocalTime, Zone } from '#kernel/instant.ts'

export const PAUSE_REASONS = ['holiday', 'illness', 'other'] as const
export type PauseReason = (typeof PAUSE_REASONS)[number]

/** Why, and the day on which training goes on; null where nobody knows. */
export type Pause = { reason: PauseReason; untilOn: LocalDay | null }

/** `shift`: where it stopped, whole weeks later. `skip`: where the plan is now, what was missed left out. */
export type ResumeWay = 'shift' | 'skip'

const ASKED = '07:00' as LocalTime

/** When the athlete is asked how to go on. */
export function askAtOf({ untilOn }: Pause, zone: Zone): Instant | null {
  return untilOn === null ? null : localTimeToInstant(untilOn, ASKED, zone)
}
