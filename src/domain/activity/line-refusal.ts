import type { LocalDay } from '#kernel/instant.ts'
import type { LineValues } from './line-values.ts'

/** Why a typed line is no activity. Texts are as the person typed them, to be escaped wherever they are shown. */
export type LineRefusal =
  | { code: 'line-empty' }
  | { code: 'line-too-long'; length: number; maxLength: number }
  /** A pace with neither distance nor time: `@5:30 easy`. */
  | { code: 'distance-missing' }
  /** `distanceCm` is what was understood, to offer the line back with a time in it. */
  | { code: 'time-missing'; distanceCm: number | null }
  /** Two values that differ; saying the same thing twice is forgiven. */
  | { code: `${keyof LineValues}-twice`; first: string; second: string }
  /** A number that could be anything, beside a distance: the `45` of `8km 45`. */
  | { code: 'unit-missing'; number: string }
  /** `45:75`, `1:2:3:4` */
  | { code: 'time-unreadable'; text: string }
  /** `at 25:00`, `13pm` */
  | { code: 'clock-unreadable'; text: string }
  /** `2026-02-30` */
  | { code: 'day-unreadable'; text: string }
  | { code: 'day-in-future'; on: LocalDay }
  /** Distance, time and pace are all given and disagree by more than 2 %. Seconds a kilometre. */
  | { code: 'pace-contradicts'; givenSecondsPerKm: number; impliedSecondsPerKm: number }
  | { code: 'unknown-word'; word: string; suggestion?: string }
