import type { MergeEvent } from '#domain/activity/merge-event.ts'
import { type Mrkdwn, mrkdwn } from './mrkdwn.ts'

/** What was done with runs that came twice and with their files, in words. */
export function mergeDeedInWords(event: Pick<MergeEvent, 'type' | 'before' | 'after'>): Mrkdwn {
  const told = event as MergeEvent
  switch (told.type) {
    case 'activity.merged':
      return mrkdwn`added a source to “${told.after?.name ?? 'an activity'}” of ${told.after?.localOn ?? ''}`
    case 'activity.unmerged':
      return mrkdwn`took “${told.before?.name ?? 'an activity'}” of ${told.before?.localOn ?? ''} apart into two`
    case 'activity-file.removed':
      return mrkdwn`removed the original file of “${told.before?.activityName ?? 'an activity'}”`
  }
}
