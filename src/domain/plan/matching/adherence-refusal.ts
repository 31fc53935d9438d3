/** Why something about how a plan is kept cannot be done. */
export type AdherenceRefusal =
  | { code: 'match-activity-unknown' }
  | { code: 'match-session-unknown' }
  | { code: 'match-too-far' }
  | { code: 'match-nothing-planned'; name: string | null }
