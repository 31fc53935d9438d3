import type { Instant } from '#kernel/instant.ts'

export type FileFormat = 'fit' | 'gpx' | 'tcx'

/**
 * What made a file unreadable: `truncated`, `checksum`, `structure` and `trailing-bytes` lie in the bytes, `doctype`,
 * `too-deep` and `coordinates` in the XML; `too-slow`, `out-of-memory` and `worker-stopped` mean that reading it never ended.
 */
export type Damage =
  | 'truncated'
  | 'checksum'
  | 'structure'
  | 'trailing-bytes'
  | 'doctype'
  | 'too-deep'
  | 'coordinates'
  | 'too-slow'
  | 'out-of-memory'
  | 'worker-stopped'

/** Why a dropped file became no activity. Data only: the sentences are the views'. */
export type FileRefusal =
  | { readonly code: 'file-empty' }
  | { readonly code: 'file-too-large'; readonly limitBytes: number }
  /** A gzip file holds more than the limit allows: `limitBytes`, or a hundred times what it was packed in. */
  | { readonly code: 'unpacked-too-large'; readonly limitBytes: number }
  /** A ZIP archive where a file belongs: within another archive. */
  | { readonly code: 'zip-not-supported' }
  /** Behind a password. */
  | { readonly code: 'entry-encrypted' }
  /** Neither FIT nor GPX nor TCX by its content; `extension` is what its name claims, such as `pdf`, or null. */
  | { readonly code: 'not-an-activity-file'; readonly extension: string | null }
  | {
      readonly code: 'file-damaged'
      readonly format: FileFormat | 'gz' | 'unknown'
      readonly detail: Damage
    }
  /** A GPX file of waypoints or routes. */
  | { readonly code: 'no-track' }
  /** The points are there, but when they were passed is not. */
  | { readonly code: 'no-times' }
  /** Sound, but it holds no recording: a workout, a course, a device's settings. */
  | { readonly code: 'no-activity' }
  /** The device did not know the date: it says a day before the year 2000. */
  | { readonly code: 'clock-not-set'; readonly startedAt: Instant }
  /** Too many files wait already; the same file may be welcome in a minute. */
  | { readonly code: 'too-busy' }

/** Why a file was not even read. */
export type UnfetchedFile =
  /** Fetching it failed. */
  | { readonly code: 'file-not-fetched' }
  /** Slack does not hand it out: a link to elsewhere, a file without the right to it. */
  | { readonly code: 'file-not-reachable' }
  /** More than `limit` came with one message; this is one of the rest. */
  | { readonly code: 'too-many-files'; readonly limit: number }
