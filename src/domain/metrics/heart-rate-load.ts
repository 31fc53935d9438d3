/** What a TRIMP is weighted for; where it is not known the mean of both weights is taken, and said so. */
export type Sex = 'male' | 'female' | null

/** Seconds at each whole beat a minute. */
export type BeatTime = { readonly bpm: number; readonly seconds: number }

export type HeartLimits = { readonly max: number; readonly rest: number }

/** Banister's training impulse (1991): minutes weighted by the heart rate reserve, exponentially. */
export function banisterTrimp(times: readonly BeatTime[], { max, rest }: HeartLimits, sex: Sex): number {
  let trimp = 0
  for (const { bpm, seconds } of times) {
    const reserve = Math.min(1, Math.max(0, (bpm - rest) / (max - rest)))
    trimp += (seconds / 60) * reserve * trimpWeight(reserve, sex)
  }
  return trimp
}

function trimpWeight(reserve: number, sex: Sex): number {
  const male = 0.64 * Math.exp(1.92 * reserve)
  const female = 0.86 * Math.exp(1.67 * reserve)
  if (sex === 'male') return male
  return sex === 'female' ? female : (male + female) / 2
}

/** Edwards' load (1993): minutes in the tenths of the maximum from 50 % on, times one to five. */
export function edwardsLoad(times: readonly BeatTime[], max: number): number {
  let load = 0
  for (const { bpm, seconds } of times) {
    // In whole beats, because 0.7 is not 7/10 of anything in binary.
    const tenth = Math.floor((bpm * 10) / max)
    load += (seconds / 60) * Math.max(0, Math.min(5, tenth - 4))
  }
  return load
}

export type MaxHeartRate = { bpm: number; from: 'given' | 'measured' | 'age' }

/** Fewer seconds than this are no measurement of a maximum. */
const LEAST_SECONDS = 1_200

/**
 * The maximum to reckon with: given by the athlete, or else the 99.5th percentile of what was measured lately, or else
 * 208 − 0.7 × age (Tanaka 2001), which errs by ten beats either way. Null when nothing is known.
 */
export function maxHeartRate(known: {
  given: number | null
  recent: readonly BeatTime[]
  age: number | null
}): MaxHeartRate | null {
  if (known.given !== null) return { bpm: known.given, from: 'given' }
  const measured = percentileBpm(known.recent, 0.995)
  const total = known.recent.reduce((sum, { seconds }) => sum + seconds, 0)
  if (measured !== null && total >= LEAST_SECONDS && measured >= 120) {
    return { bpm: measured, from: 'measured' }
  }
  return known.age === null ? null : { bpm: Math.round(208 - 0.7 * known.age), from: 'age' }
}

/** The least heart rate that is not exceeded for this share of the time; null without any. */
export function percentileBpm(times: readonly BeatTime[], share: number): number | null {
  const rising = [...times].sort((one, other) => one.bpm - other.bpm)
  const total = rising.reduce((sum, { seconds }) => sum + seconds, 0)
  let seen = 0
  for (const { bpm, seconds } of rising) {
    seen += seconds
    if (seen >= share * total && seconds > 0) return bpm
  }
  return null
}
