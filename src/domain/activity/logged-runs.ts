import type { LocalDay } from '#kernel/instant.ts'
import type { Activity, Measured } from './activity.ts'
import type { ActivityRefusal } from './activity-refusal.ts'

/** A run that was typed; `startIsAssumed`: no time of day was named. */
export type LoggedRun = {
  activity: Activity
  startIsAssumed: boolean
  /** What it was added to, as that was before; null or left out when it stands for itself. */
  merged?: { before: Activity; originId: string } | null
  /** It is not plain which session of the plan it was. */
  asksWhichSession?: boolean
}

/** What one file brought. */
export type LoggedFile = {
  /** New ones, in the file's order. */
  logged: Activity[]
  /** Those that were there from elsewhere, as they are now and as they were. */
  merged: { activity: Activity; before: Activity; originId: string }[]
  skipped: { measured: Measured; why: ActivityRefusal }[]
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
  /** Those of the page that came from several sources. */
  merged?: ReadonlySet<string>
  /** Those of the page of which the file is kept. */
  withFile?: ReadonlySet<string>
  /** What each adds to training, in thousandths of a point; those of which it is not known are left out. */
  loads?: ReadonlyMap<string, number>
  /** Who cheered for which. */
  cheerers?: ReadonlyMap<string, readonly string[]>
  /** What coaches said to which, oldest first. */
  feedback?: ReadonlyMap<string, readonly { authorName: string; text: string }[]>
  hasNewer: boolean
  hasOlder: boolean
  /** In the reader's own zone. */
  today: LocalDay
}
