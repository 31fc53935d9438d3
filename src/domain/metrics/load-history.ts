import type { LocalDay } from '#kernel/instant.ts'
import type { FormDay } from './form.ts'

/** Somebody's training day by day, oldest first, in VDOT points: from pace alone, never from heart rate. */
export type LoadHistory = {
  /** Null for one's own. */
  name: string | null
  days: (FormDay & { on: LocalDay; load: number })[]
}
