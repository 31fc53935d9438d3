import type { BestEffort } from './best-efforts.ts'
import type { BeatTime } from './heart-rate-load.ts'
import { oxygenCost } from './vdot.ts'
import type { OxygenTime } from './vdot-load.ts'

/**
 * What of a recording is kept so that its load can be reckoned again for any threshold without the file: about a
 * kilobyte as JSON. Counts are packed into text in base 36.
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
  /** Seconds by cost of oxygen. */
  readonly oxygen: OxygenBins
  /** Seconds by heart rate; null where none was measured. */
  readonly heart: HeartBins | null
  readonly bests: readonly BestEffort[]
}

/** From bin `first` on; each is its seconds, a colon and its fourth-power mean above the bin's floor, or nothing. */
export type OxygenBins = { readonly first: number; readonly packed: string }

export type HeartBins = {
  /** Beats a minute of the first count. */
  readonly first: number
  /** Seconds at each whole beat from there on. */
  readonly packed: string
  /** In thousandths: of all seconds those with a possible value; those stuck at one value for minutes; those above 240. */
  readonly validShare: number
  readonly flatShare: number
  readonly wildShare: number
}

/** Bins in a millilitre of oxygen; below 2 ml/kg/min nobody moves. */
const BINS = 2.5
const LEAST_OXYGEN = 2
const MOST_OXYGEN = 150
/** Steps within a bin. */
const STEPS = 1_000

/**
 * Counts seconds by what they cost. Each bin keeps its fourth-power mean, not its middle: the load, which is a sum of
 * fourth powers, then comes out exact but for the one bin in which the cap of 1.2 VDOT lies.
 */
export function oxygenBins(gradedSpeeds: Iterable<number>): OxygenBins {
  const seconds = new Float64Array(MOST_OXYGEN * BINS + 1)
  const powers = new Float64Array(MOST_OXYGEN * BINS + 1)
  let first = seconds.length
  let last = -1
  for (const speed of gradedSpeeds) {
    const oxygen = Math.min(oxygenCost(speed * 60), MOST_OXYGEN)
    if (!(oxygen >= LEAST_OXYGEN)) continue
    const bin = Math.floor(oxygen * BINS)
    seconds[bin] = (seconds[bin] ?? 0) + 1
    powers[bin] = (powers[bin] ?? 0) + oxygen ** 4
    if (bin < first) first = bin
    if (bin > last) last = bin
  }
  if (last < 0) return NO_OXYGEN
  const bins: string[] = []
  for (let bin = first; bin <= last; bin += 1) {
    const count = seconds[bin] ?? 0
    const mean = ((powers[bin] ?? 0) / count) ** 0.25
    const step = Math.round((mean * BINS - bin) * STEPS)
    bins.push(count === 0 ? '' : `${count.toString(36)}:${step.toString(36)}`)
  }
  return { first, packed: bins.join(' ') }
}

export const NO_OXYGEN: OxygenBins = { first: 0, packed: '' }

export function oxygenTimes({ first, packed }: OxygenBins): OxygenTime[] {
  return packed.split(' ').flatMap((bin, index) => {
    const [count, step] = bin.split(':')
    if (!count || step === undefined) return []
    const oxygen = (first + index + Number.parseInt(step, 36) / STEPS) / BINS
    return [{ seconds: Number.parseInt(count, 36), oxygen }]
  })
}

/** Seconds at each whole beat from `first` on, as text. */
export function packBeats(seconds: Iterable<number>): string {
  return Array.from(seconds, count => (count === 0 ? '' : count.toString(36))).join(' ')
}

export function beatTimes({ first, packed }: HeartBins): BeatTime[] {
  return packed
    .split(' ')
    .flatMap((count, index) =>
      count === '' ? [] : [{ bpm: first + index, seconds: Number.parseInt(count, 36) }],
    )
}

/** At least four fifths possible, at most a twentieth stuck or wild: otherwise a strap slipped, and nothing is made of it. */
export function isSoundHeart({ validShare, flatShare, wildShare }: HeartBins): boolean {
  return validShare >= 800 && flatShare <= 50 && wildShare <= 50
}
