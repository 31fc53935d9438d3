import { fastestEverMs } from '../activity/world-records.ts'
import { BEST_EFFORT_CM, type BestEffort } from './best-efforts.ts'
import { type EffortProfile, type HeartBins, NO_OXYGEN, oxygenBins, packBeats } from './effort-profile.ts'
import { gradeFactor } from './graded-speed.ts'

/** One moment of a recording. Undefined is not known. */
export type EffortSample = {
  /** Of any origin; not falling. */
  readonly seconds: number
  /** Covered since the start. */
  readonly meters: number | undefined
  readonly altitude: number | undefined
  readonly bpm: number | undefined
}

/** Longer silences are pauses: devices that save memory still write every ten seconds or so. */
const PAUSE_SECONDS = 30
/** Below this somebody stands. */
const STANDING_SPEED = 0.5
/** Faster than anybody has run: a jump of the satellites. */
const FASTEST_SPEED = 12.5
/** More seconds than a day and a half are a broken clock. */
const MOST_SECONDS = 130_000
const ALTITUDE_REACH = 10
const GRADE_REACH_METERS = 15
const SPEED_WINDOW = 10
const HARD_WINDOW = 30

/**
 * What is kept of a recording (see `EffortProfile`). It is brought to one sample a second without its pauses; altitude is
 * smoothed over 21 seconds, the grade taken over at least 15 m to each side, the graded speed smoothed over 10 seconds.
 * `withSpeed` is false for sports in which speed says nothing of running. Null where neither speed nor heart is known.
 */
export function measureEfforts(samples: readonly EffortSample[], withSpeed: boolean): EffortProfile | null {
  const heart = heartBins(samples)
  const second = withSpeed ? everySecond(samples) : null
  if (!second || second.length < 2) {
    if (!heart) return null
    return { ...EMPTY, heart }
  }
  const hasGrade = second.altitude !== null
  const graded = gradedSpeeds(second)
  const moving = graded.filter(speed => speed >= STANDING_SPEED)
  if (moving.length === 0) return heart && { ...EMPTY, heart }
  const mean = moving.reduce((sum, speed) => sum + speed, 0) / moving.length
  return {
    version: 1,
    knownSeconds: second.length,
    movingSeconds: moving.length,
    gradedSpeed: Math.round(mean * 1_000),
    hardSpeed: Math.round(fourthPowerMean(moving) * 1_000),
    hasGrade,
    oxygen: oxygenBins(moving),
    heart,
    bests: bestEfforts(samples),
  }
}

const EMPTY = {
  version: 1,
  knownSeconds: 0,
  movingSeconds: 0,
  gradedSpeed: null,
  hardSpeed: null,
  hasGrade: false,
  oxygen: NO_OXYGEN,
  bests: [],
} as const

type Seconds = {
  length: number
  /** At each second, one more than there are steps. */
  meters: Float64Array
  altitude: Float64Array | null
}

/** Distance and altitude at every second in motion or at rest, pauses cut out. */
function everySecond(samples: readonly EffortSample[]): Seconds | null {
  const meters: number[] = []
  const altitudes: number[] = []
  let previous: EffortSample | undefined
  let knowsAltitude = false
  let altitude = 0
  let covered = 0
  let carry = 0
  for (const sample of samples) {
    if (sample.meters === undefined) continue
    if (sample.altitude !== undefined && !knowsAltitude) {
      altitude = sample.altitude
      knowsAltitude = true
      altitudes.fill(altitude)
    }
    const from = previous
    previous = sample
    if (!from || from.meters === undefined) {
      meters.push(0)
      altitudes.push(altitude)
      continue
    }
    const seconds = sample.seconds - from.seconds
    const gained = Math.max(0, sample.meters - from.meters)
    const rise = sample.altitude === undefined ? 0 : sample.altitude - altitude
    if (seconds > 0 && seconds <= PAUSE_SECONDS && gained / seconds <= FASTEST_SPEED) {
      // Whole seconds within the step; what is left over begins the next one.
      let at = 1 - carry
      for (; at <= seconds; at += 1) {
        if (meters.length > MOST_SECONDS) return null
        meters.push(covered + (gained * at) / seconds)
        altitudes.push(altitude + (rise * at) / seconds)
      }
      carry = seconds - (at - 1)
      covered += gained
    }
    altitude += rise
  }
  if (meters.length < 2) return null
  return {
    length: meters.length - 1,
    meters: Float64Array.from(meters),
    altitude: knowsAltitude ? smoothed(Float64Array.from(altitudes), ALTITUDE_REACH) : null,
  }
}

/** The mean of the values up to `reach` away, fewer at the ends. */
function smoothed(values: Float64Array, reach: number): Float64Array {
  const result = new Float64Array(values.length)
  let sum = 0
  let from = 0
  let to = 0
  for (let at = 0; at < values.length; at += 1) {
    while (to < values.length && to <= at + reach) sum += values[to++] ?? 0
    while (from < at - reach) sum -= values[from++] ?? 0
    result[at] = sum / (to - from)
  }
  return result
}

/** Metres a second on the flat that would cost as much, second by second. */
function gradedSpeeds({ length, meters, altitude }: Seconds): Float64Array {
  const speeds = new Float64Array(length)
  let behind = 0
  let ahead = 0
  for (let at = 0; at < length; at += 1) {
    const here = meters[at] ?? 0
    const speed = (meters[at + 1] ?? 0) - here
    speeds[at] = speed
    if (!altitude || speed <= 0) continue
    while (behind + 1 < at && here - (meters[behind + 1] ?? 0) >= GRADE_REACH_METERS) behind += 1
    while (ahead < length && (meters[ahead] ?? 0) - here < GRADE_REACH_METERS) ahead += 1
    const run = (meters[ahead] ?? 0) - (meters[behind] ?? 0)
    // At both ends of the way there is ground on one side alone.
    if (run < GRADE_REACH_METERS) continue
    const rise = (altitude[ahead] ?? 0) - (altitude[behind] ?? 0)
    speeds[at] = speed * gradeFactor(rise / run)
  }
  return trailing(speeds, SPEED_WINDOW)
}

/** Means of the seconds up to each one; at the beginning of those there are. */
function trailing(values: Float64Array, window: number): Float64Array {
  const result = new Float64Array(values.length)
  let sum = 0
  for (let at = 0; at < values.length; at += 1) {
    sum += values[at] ?? 0
    if (at >= window) sum -= values[at - window] ?? 0
    result[at] = Math.max(0, sum / Math.min(at + 1, window))
  }
  return result
}

function fourthPowerMean(moving: Float64Array): number {
  let sum = 0
  for (const speed of trailing(moving, HARD_WINDOW)) sum += speed ** 4
  return (sum / moving.length) ** 0.25
}

/** The least time over each distance by the clock, pauses included; none where it beats the world's record. */
export function bestEfforts(samples: readonly EffortSample[]): BestEffort[] {
  const points = samples.filter(sample => sample.meters !== undefined)
  const seconds = new Float64Array(points.length)
  const meters = new Float64Array(points.length)
  for (let at = 0; at < points.length; at += 1) {
    seconds[at] = points[at]?.seconds ?? 0
    meters[at] = points[at]?.meters ?? 0
  }
  return BEST_EFFORT_CM.flatMap(distanceCm => {
    const fastest = fastestSeconds(seconds, meters, distanceCm / 100)
    if (fastest === null) return []
    const durationMs = Math.round(fastest * 1_000)
    return durationMs >= fastestEverMs(distanceCm) ? [{ distanceCm, durationMs }] : []
  })
}

function fastestSeconds(seconds: Float64Array, meters: Float64Array, distance: number): number | null {
  let best: number | null = null
  let end = 0
  for (let start = 0; start < meters.length; start += 1) {
    const goal = (meters[start] ?? 0) + distance
    while (end < meters.length && (meters[end] ?? 0) < goal) end += 1
    if (end >= meters.length) break
    const step = (meters[end] ?? 0) - (meters[end - 1] ?? 0)
    const over = step > 0 ? ((meters[end] ?? 0) - goal) / step : 0
    const at = (seconds[end] ?? 0) - over * ((seconds[end] ?? 0) - (seconds[end - 1] ?? 0))
    const taken = at - (seconds[start] ?? 0)
    if (taken > 0 && (best === null || taken < best)) best = taken
  }
  return best
}

const FLAT_SECONDS = 300

/** Seconds at each heart rate, each sample counting until the next. */
function heartBins(samples: readonly EffortSample[]): HeartBins | null {
  const counts = new Float64Array(256)
  let valid = 0
  let wild = 0
  let known = 0
  let flat = 0
  const run = { bpm: 0, seconds: 0 }
  for (let at = 0; at < samples.length; at += 1) {
    const sample = samples[at]
    const next = samples[at + 1]
    if (!sample) continue
    const seconds = next ? next.seconds - sample.seconds : 1
    if (!(seconds > 0 && seconds <= PAUSE_SECONDS)) continue
    known += seconds
    const { bpm } = sample
    if (bpm === undefined) continue
    if (bpm > 240) wild += seconds
    if (bpm < 25 || bpm > 240) continue
    const whole = Math.round(bpm)
    valid += seconds
    counts[whole] = (counts[whole] ?? 0) + seconds
    run.seconds = run.bpm === whole ? run.seconds + seconds : seconds
    run.bpm = whole
    // A strap that sticks shows one value for minutes; hearts do not.
    if (run.seconds > FLAT_SECONDS) flat += run.seconds - seconds > FLAT_SECONDS ? seconds : run.seconds
  }
  if (valid === 0) return null
  const first = counts.findIndex(count => count > 0)
  const last = counts.findLastIndex(count => count > 0)
  return {
    first,
    packed: packBeats(counts.subarray(first, last + 1).map(Math.round)),
    validShare: Math.round((1_000 * valid) / known),
    flatShare: Math.round((1_000 * flat) / known),
    wildShare: Math.round((1_000 * wild) / known),
  }
}
