/** Why a figure cannot be given or entered. */
export type MetricsRefusal =
  | { code: 'performance-without-distance' }
  /** Shorter than 3:30, longer than five hours, or no time of a runner's. */
  | { code: 'performance-shows-nothing'; why: 'short' | 'long' | 'beyond' }
  | { code: 'metrics-hidden'; name: string }
  | { code: 'metric-word-unknown'; text: string; suggestion: string | null }
  | { code: 'no-run-then' }
