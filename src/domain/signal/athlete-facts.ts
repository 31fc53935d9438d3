import type { SubType } from '#domain/activity/sub-type.ts'
import type { AccountId, ActivityId } from '#kernel/ids.ts'
import type { LocalDay } from '#kernel/instant.ts'

/** So far back the rules look: a streak of twelve weeks, and the week in which it had not begun. */
export const FACT_DAYS = 98

/** One activity, as much of it as the rules need. */
export type ActivityFact = {
  id: ActivityId
  localOn: LocalDay
  subType: SubType
  /** Whole centimetres. */
  distanceCm: number | null
  durationMs: number
  /** One to ten, as the athlete felt it; null where they did not say. */
  effort: number | null
  /** Training load in thousandths; null where there is none. */
  loadMilli: number | null
  note: string
}

/** What is known of one athlete and may be shown to whoever the signals are for. */
export type AthleteFacts = {
  athleteId: AccountId
  /** The athlete's own day. */
  today: LocalDay
  /** Of the last `FACT_DAYS` days up to today, oldest first. */
  activities: readonly ActivityFact[]
  /** The latest activity of any kind, also one that may not be shown: whoever ran is not quiet. */
  lastOn: LocalDay | null
  /** Was there anything before the days that are looked at? */
  hasEarlier: boolean
  /** The fastest time before the days that are looked at, in milliseconds, by race distance in metres. */
  earlierBests: ReadonlyMap<number, number>
}
