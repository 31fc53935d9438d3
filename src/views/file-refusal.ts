import type { Damage, FileFormat, FileRefusal, UnfetchedFile } from '#domain/activity/file-refusal.ts'
import { localDayAt } from '#domain/calendar/local-day.ts'
import { zone } from '#kernel/instant.ts'
import { dayText } from './figures.ts'
import { type Mrkdwn, mrkdwn } from './mrkdwn.ts'

/** Says why a dropped file became no run, and what would help. */
export function fileRefusalInWords(refusal: FileRefusal | UnfetchedFile): Mrkdwn {
  switch (refusal.code) {
    case 'file-empty':
      return mrkdwn`It is empty. Export it again from your watch or app.`
    case 'file-too-large':
      return mrkdwn`It is larger than ${megabytes(refusal.limitBytes)}, which is the most I read.`
    case 'unpacked-too-large':
      return mrkdwn`Unpacked it is larger than ${megabytes(refusal.limitBytes)}, which is the most I read.`
    case 'zip-not-supported':
      return mrkdwn`It is a ZIP archive within another file. Unpack the outer one, and drop the archive itself.`
    case 'entry-encrypted':
      return mrkdwn`It is behind a password. Pack it without one.`
    case 'not-an-activity-file':
      return refusal.extension
        ? mrkdwn`I do not find a recording in this .${refusal.extension} file. I read FIT, GPX and TCX files, each also packed as .gz.`
        : mrkdwn`I do not find a recording in it. I read FIT, GPX and TCX files, each also packed as .gz.`
    case 'file-damaged':
      return damaged(refusal.format, refusal.detail)
    case 'no-track':
      return mrkdwn`It holds a route or places, but no track of a run that was done.`
    case 'no-times':
      return mrkdwn`It has a track but no times, so I cannot tell when the run was and how long it took. Export it with times, or type it: \`8.2km 45:10 easy\`.`
    case 'no-activity':
      return mrkdwn`It holds no run that was done: it may be a workout, a course or a device’s settings.`
    case 'clock-not-set':
      return mrkdwn`The device’s clock was not set: it says ${dayText(localDayAt(refusal.startedAt, zone('UTC')))} ${localDayAt(refusal.startedAt, zone('UTC')).slice(0, 4)}. Type the run instead: \`8.2km 45:10 easy yesterday\`.`
    case 'too-busy':
      return mrkdwn`Too many files wait just now. Drop it again in a minute.`
    case 'file-not-fetched':
      return mrkdwn`I could not fetch it from Slack. Drop it again; if that does not help, tell whoever runs Astral.`
    case 'file-not-reachable':
      return mrkdwn`Slack does not let me read it. Drop the file itself rather than a link to it.`
    case 'too-many-files':
      return mrkdwn`I read ${refusal.limit} files of one message. Drop this one again.`
  }
}

function damaged(format: FileFormat | 'gz' | 'unknown', detail: Damage): Mrkdwn {
  const what = format === 'unknown' ? 'The file' : `The ${format.toUpperCase()} file`
  switch (detail) {
    case 'truncated':
      return mrkdwn`${what} is cut off: its end is missing. Sync or export it again.`
    case 'checksum':
      return mrkdwn`${what} is damaged: its checksum is wrong. Sync or export it again.`
    case 'structure':
    case 'trailing-bytes':
    case 'coordinates':
      return mrkdwn`${what} is damaged and cannot be read. Sync or export it again.`
    case 'doctype':
    case 'too-deep':
      return mrkdwn`${what} is built in a way that recordings never are, so I do not read it.`
    case 'too-slow':
    case 'out-of-memory':
    case 'worker-stopped':
      return mrkdwn`${what} took too long to read. It is very large or damaged; export it again.`
  }
}

function megabytes(bytes: number): string {
  return `${Math.floor(bytes / (1024 * 1024))} MB`
}
