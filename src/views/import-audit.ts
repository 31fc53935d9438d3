import type { ImportEvent } from '#domain/activity/import-event.ts'
import { type Mrkdwn, mrkdwn } from './mrkdwn.ts'

/** What was done with archives, in words. */
export function importDeedInWords(event: Pick<ImportEvent, 'type' | 'before' | 'after'>): Mrkdwn {
  const told = event as ImportEvent
  switch (told.type) {
    case 'import.started':
      return mrkdwn`began to import “${told.after?.fileName ?? ''}” with ${told.after?.total ?? 0} activities`
    case 'import.slice-read':
      return mrkdwn`imported activities: ${told.after?.addedIds.length ?? 0} new, ${told.after?.mergedIds.length ?? 0} added to what was there, ${told.after?.refused ?? 0} refused`
    case 'import.finished':
      return mrkdwn`finished importing “${told.after?.fileName ?? ''}”`
    case 'import.cancelled':
      return mrkdwn`stopped importing “${told.after?.fileName ?? ''}”`
    case 'import.failed':
      return mrkdwn`could not finish importing “${told.after?.fileName ?? ''}”`
  }
}
