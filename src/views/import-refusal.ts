import type { ImportRefusal } from '#domain/activity/archive-refusal.ts'
import { type Mrkdwn, mrkdwn } from './mrkdwn.ts'

/** Says why an archive is not begun, or not gone on with. */
export function importRefusalInWords(refusal: ImportRefusal): Mrkdwn {
  return refusal.code === 'import-running'
    ? mrkdwn`I am still reading an archive of yours. Drop this one when that is done.`
    : mrkdwn`That archive is not being read any more.`
}
