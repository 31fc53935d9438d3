import type { BestEffort } from './best-efforts.ts'
import type { BeatTime } from './heart-rate-load.ts'
import { oxygenCost } from './vdot.ts'
import type { OxygenTime } from './vdot-load.ts'

/**
 * What of a recording is kept so that its load can be reckoned again for any threshold without the file: about a
 * kilobyte. Lists of whole numbers, because they are stored as JSON.
 */
export type EffortProfile = {
  readonly version: 1
  /** Seconds with a known speed, standing included, and those of them in motion. */
  readonly knownSeconds: number
  readonly movingSeconds: number
  /** The mean of the graded speed in motion, and the fourth-power mean of its 30-second means: mm/s; null without speed. */
  readonly gradedSpeed: number | null
  readonly hardSpeed: number | null
  /** Has the ground's slope been reckoned with? */
  readonly hasGrade: boolean
  /** Seconds by cost of oxygen: the first bin, then for each bin its seconds and how much of them where in it. */
  readonly oxygen: OxygenBins
  /** Seconds by heart rate; null where none was measured. */
  readonly heart: HeartBins | null
  readonly bests: readonly BestEffort[]
}

/** From `first` on: pairs of seconds and the bin's fourth-power mean, in thousandths of ml/kg/min. */
export type OxygenBins = { readonly first: number; readonly pairs: readonly number[] }

export type HeartBins = {
  /** Beats a minute of the first count. */
  readonly first: number
  readonly seconds: readonly number[]
  /** In thousandths: of all seconds those with a possible value; those stuck at one value for minutes; those above 240. */
  readonly validShare: number
  readonly flatShare: number
  readonly wildShare: number
}

/** Bins for each factor of e, so that every bin is 1.25 % wide; below 2 ml/kg/min nobody moves. */
const BINS = 80
const LEAST_OXYGEN = 2
const MOST_OXYGEN = 150
const ALL_BINS = Math.ceil(Math.log(MOST_OXYGEN) * BINS) + 1

/**
 * Counts seconds by what they cost. Each bin keeps its fourth-power mean, not its middle: the load, which is a sum of
 * fourth powers, then comes out exact but for the one bin in which the cap of 1.2 VDOT lies.
 */
export function oxygenBins(gradedSpeeds: Iterable<number>): OxygenBins {
  const seconds = new Float64Array(ALL_BINS)
  const powers = new Float64Array(ALL_BINS)
  let first = seconds.length
  let last = -1
  for (const speed of gradedSpeeds) {
    const oxygen = Math.min(oxygenCost(speed * 60), MOST_OXYGEN)
    if (!(oxygen >= LEAST_OXYGEN)) continue
    const bin = Math.floor(Math.log(oxygen) * BINS)
    seconds[bin] = (seconds[bin] ?? 0) + 1
    powers[bin] = (powers[bin] ?? 0) + oxygen ** 4
    if (bin < first) first = bin
    if (bin > last) last = bin
  }
  const pairs: number[] = []
  for (let bin = first; bin <= last; bin += 1) {
    const count = seconds[bin] ?? 0
    pairs.push(count, count === 0 ? 0 : Math.round(1_000 * ((powers[bin] ?? 0) / count) ** 0.25))
  }
  return { first: last < 0 ? 0 : first, pairs }
}

export function oxygenTimes({ pairs }: OxygenBins): OxygenTime[] {
  const times: OxygenTime[] = []
  for (let at = 0; at < pairs.length; at += 2) {
    const seconds = pairs[at] ?? 0
    if (seconds > 0) times.push({ seconds, oxygen: (pairs[at + 1] ?? 0) / 1_000 })
  }
  return times
}

export function beatTimes(heart: HeartBins): BeatTime[] {
  return heart.seconds
    .map((seconds, index) => ({ bpm: heart.first + index, seconds }))
    .filter(({ seconds }) => seconds > 0)
}

/** At least four fifths possible, at most a twentieth stuck or wild: otherwise a strap slipped, and nothing is made of it. */
export function isSoundHeart({ validShare, flatShare, wildShare }: HeartBins): boolean {
  return validShare >= 800 && flatShare <= 50 && wildShare <= 50
}
