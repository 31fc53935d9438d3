import type { FileRefusal } from '#domain/activity/file-refusal.ts'
import { type Instant, instant } from '#kernel/instant.ts'

/** No GPS watch recorded a run before this; devices with an empty clock say 1970, 1980, 1989 or 1990. */
const EARLIEST = instant(Date.UTC(2000, 0, 1))

/** The refusal of a file whose device did not know the date. */
export function unsetClock(startedAt: Instant): FileRefusal | undefined {
  return startedAt < EARLIEST ? { code: 'clock-not-set', startedAt } : undefined
}
