import { fastestEverMs } from '../activity/world-records.ts'
import { vdotOf } from './vdot.ts'

/** The distances over which somebody's fastest time is kept: whole centimetres. */
export const BEST_EFFORT_CM = [
  40_000, 80_000, 100_000, 160_934, 300_000, 500_000, 1_000_000, 1_500_000, 1_609_344, 2_109_750, 4_219_500,
] as const

/** The fastest stretch of one distance within one run, pauses included; whole milliseconds. */
export type BestEffort = { readonly distanceCm: number; readonly durationMs: number }

/** Shorter ones depend on a metre of satellite error more than on the runner. */
const SHORTEST_FOR_VDOT_CM = 150_000

/** A performance, and the VDOT it shows. */
export type Shown = BestEffort & { vdot: number }

/** What an effort shows of VDOT; null for short ones and for what nobody can have run. */
export function shownBy(effort: BestEffort): Shown | null {
  const { distanceCm, durationMs } = effort
  if (distanceCm < SHORTEST_FOR_VDOT_CM || durationMs < fastestEverMs(distanceCm)) return null
  const vdot = vdotOf(distanceCm / 100, durationMs / 1_000)
  return vdot === null ? null : { ...effort, vdot }
}

/** The effort that shows most; null where none shows anything. */
export function bestShown(efforts: readonly BestEffort[]): Shown | null {
  let best: Shown | null = null
  for (const effort of efforts) {
    const shown = shownBy(effort)
    if (shown && (!best || shown.vdot > best.vdot)) best = shown
  }
  return best
}
