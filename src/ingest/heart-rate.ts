/** Beats a minute outside these come from a loose strap or a field left unset. */
const LOWEST_BPM = 25
const HIGHEST_BPM = 240

export type HeartRate = { averageHeartRate: number | null; maxHeartRate: number | null }

/** The value as whole beats a minute, or null where no heart beats like that. */
export function soundBpm(value: number | undefined): number | null {
  return value !== undefined && value >= LOWEST_BPM && value <= HIGHEST_BPM ? Math.round(value) : null
}

/** Mean and maximum of the sound samples, in whole beats a minute; samples are taken as evenly spaced. */
export function heartRateOf(samples: readonly (number | undefined)[]): HeartRate {
  let sum = 0
  let count = 0
  let max = 0
  for (const sample of samples) {
    if (sample === undefined || sample < LOWEST_BPM || sample > HIGHEST_BPM) continue
    sum += sample
    count += 1
    if (sample > max) max = sample
  }
  if (count === 0) return { averageHeartRate: null, maxHeartRate: null }
  return { averageHeartRate: Math.round(sum / count), maxHeartRate: Math.round(max) }
}
