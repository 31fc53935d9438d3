import type { EventOf } from '../event.ts'
import type { Activity } from './activity.ts'

export type MergeEvent =
  | EventOf<'activity.merged' | 'activity.unmerged', Activity>
  | EventOf<'activity-file.removed', { sha256: string; activityName: string }>
