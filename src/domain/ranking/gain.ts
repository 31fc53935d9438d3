/** More than doubling what one did before says more about the weeks before than about this one. */
export const MOST_GAIN = 100
/** Of the four weeks before, so many need a run, or there is nothing to compare with. */
const FEWEST_WEEKS = 2
export const GAIN_WEEKS = 4

/**
 * Running time against the mean of one's own four spans of the same length directly before, in whole per cent, rounded
 * towards zero and at most 100; null with runs in fewer than two of them. `durationsBefore` in milliseconds.
 */
export function gainPercent(durationMs: number, durationsBefore: readonly number[]): number | null {
  if (durationsBefore.filter(before => before > 0).length < FEWEST_WEEKS) return null
  const mean = durationsBefore.reduce((sum, before) => sum + before, 0) / GAIN_WEEKS
  return Math.min(MOST_GAIN, Math.trunc((100 * (durationMs - mean)) / mean))
}
