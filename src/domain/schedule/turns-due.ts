import { type CatchUp, coalesce } from '#domain/calendar/catch-up.ts'
import { type Occurrence, occurrencesDue } from '#domain/calendar/weekly-occurrence.ts'
import { type Instant, instant } from '#kernel/instant.ts'
import type { Schedule } from './schedule.ts'

export type Turn = { occurrence: Occurrence; decision: CatchUp }

/**
 * The turns of an active schedule that fell due since its last one, rising, and what becomes of each: at most the
 * latest is posted.
 */
export function turnsDue(schedule: Schedule, lastTurnDueAt: Instant | null, now: Instant): Turn[] {
  if (schedule.state !== 'active') return []
  const after = instant(Math.max(schedule.activeFrom, lastTurnDueAt ?? schedule.activeFrom))
  if (after >= now) return []
  return coalesce(occurrencesDue(schedule, after, now), { now, catchUpHours: schedule.catchUpHours })
}
