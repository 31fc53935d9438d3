import type { ConnectedSource } from './connection.ts'

export type ConnectionRefusal =
  | { code: 'source-not-connected'; source: ConnectedSource }
  | { code: 'source-unknown'; text: string }
  /** The operator has not opened it: what they have to set. */
  | { code: 'pages-closed'; missing: string }
  | { code: 'strava-off' }
  | { code: 'strava-connected' }
  /** Somebody else of the club has connected this very account. */
  | { code: 'strava-taken' }
  | { code: 'strava-not-permitted' }
  | { code: 'strava-athlete-limit' }
  | { code: 'strava-unavailable' }
  | { code: 'oauth-state-gone' }
