import type { ConnectedSource } from './connection.ts'

export type ConnectionRefusal =
  | { code: 'source-not-connected'; source: ConnectedSource }
  | { code: 'source-unknown'; text: string }
  /** The operator has not opened it: HTTP itself, or only the address under which it is reached. */
  | { code: 'pages-closed'; isHttpOpen: boolean }
  | { code: 'strava-off' }
  | { code: 'strava-connected' }
  /** Somebody else of the club has connected this very account. */
  | { code: 'strava-taken' }
  | { code: 'strava-not-permitted' }
  | { code: 'strava-athlete-limit' }
  | { code: 'strava-unavailable' }
  | { code: 'oauth-state-gone' }
