import type { LocalDay, LocalTime } from '#kernel/instant.ts'
import type { SubType } from './sub-type.ts'

/** What a line can give once. */
export type LineValues = {
  /** Whole centimetres. */
  distance: number
  /** Whole milliseconds. */
  time: number
  /** Seconds a kilometre. */
  pace: number
  day: LocalDay
  clock: LocalTime
  'sub-type': SubType
  /** Beats a minute. */
  'heart-rate': number
  /** Whole centimetres. */
  climb: number
  /** 1 to 10. */
  effort: number
}
