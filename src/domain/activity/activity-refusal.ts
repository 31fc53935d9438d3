import type { Activity } from './activity.ts'
import type { LineRefusal } from './line-refusal.ts'
import type { ImpossibleActivity, ImpossibleDay } from './measured-sanity.ts'

/** Why an activity is not logged, changed or found. `existing` is the athlete's own, to be named to them. */
export type ActivityRefusal =
  | LineRefusal
  | ImpossibleActivity
  | ImpossibleDay
  | ActivityDuplicate
  | { code: 'activity-gone' }
  /** No file of it is kept. */
  | { code: 'activity-file-gone' }
  /** It came from one source only: there is nothing to take apart. */
  | { code: 'activity-not-merged' }
  | { code: 'activity-from-strava' }
  | { code: 'activity-name-too-long'; limit: number; length: number }
  | { code: 'activity-note-too-long'; limit: number; length: number }

export type ActivityDuplicate =
  /** The same file, byte by byte. */
  | { code: 'activity-duplicate-file'; existing: Activity }
  /** The same run from another source, or the same line twice. */
  | { code: 'activity-duplicate'; existing: Activity; isFromFile: boolean }
  /** So like another one that it is asked whether it is it; logged all the same when said again. */
  | { code: 'activity-duplicate-likely'; existing: Activity }
