/** What a step has at most once. */
export type SaidTwice = 'word' | 'target' | 'note' | 'kind' | 'recovery'

/** What is wrong with a workout's text, as a fact. */
export type WorkoutTextProblem =
  | { code: 'empty' }
  | { code: 'text-too-long'; limit: number }
  | { code: 'no-length' }
  | { code: 'no-unit' }
  | { code: 'no-separator' }
  | { code: 'length-zero' }
  | { code: 'unknown-word'; suggestion: string | null }
  | { code: 'bracket-open' }
  | { code: 'bracket-stray' }
  | { code: 'no-target' }
  | { code: 'zone-unknown' }
  | { code: 'effort-out-of-range' }
  | { code: 'heart-rate-out-of-range'; least: number; most: number }
  | { code: 'pace-out-of-range' }
  | { code: 'pace-faster-than-record' }
  | { code: 'repeats-out-of-range'; limit: number }
  | { code: 'nested-too-deep'; limit: number }
  | { code: 'too-many-steps'; limit: number }
  | { code: 'too-far'; limitKm: number }
  | { code: 'too-long'; limitHours: number }
  | { code: 'said-twice'; what: SaidTwice }
  | { code: 'recovery-without-repeat' }
  | { code: 'note-open' }
  | { code: 'note-too-long'; limit: number }

/** Where a text stops being a workout: `at` and `length` are UTF-16 units of the text as it was given. */
export type WorkoutTextFault = { at: number; length: number; problem: WorkoutTextProblem }
