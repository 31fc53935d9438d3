import type { LocalDay } from '#kernel/instant.ts'
import type { Activity, Measured } from './activity.ts'
import type { ActivityRefusal } from './activity-refusal.ts'

/** A run that was typed; `startIsAssumed`: no time of day was named. */
export type LoggedRun = { activity: Activity; startIsAssumed: boolean }

/** What one file brought. */
export type LoggedFile = {
  /** At least one, in the file's order. */
  logged: Activity[]
  skipped: { measured: Measured; why: ActivityRefusal }[]
  /** Typed ones that may be the same as what was logged. */
  lookalikes: Activity[]
}

/** A place in the list of somebody's activities, newest first. */
export type ActivityCursor = { startedAt: number; id: string }

export function cursorOf({ startedAt, id }: Activity): ActivityCursor {
  return { startedAt, id }
}

/** One page of somebody's own activities. */
export type RunsPage = {
  /** Newest first. */
  runs: Activity[]
  hasNewer: boolean
  hasOlder: boolean
  /** In the reader's own zone. */
  today: LocalDay
}
