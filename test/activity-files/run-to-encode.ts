import type { Instant } from '#kernel/instant.ts'

/** A run for tests to write as a file: even pace, due north from Oslo's harbour, ten seconds between points. */
export type RunToEncode = {
  startedAt: Instant
  distanceMeters: number
  /** Whole seconds. */
  durationSeconds: number
  /** Beats a minute, at every point. */
  heartRate?: number
  sport?: 'running' | 'cycling' | 'walking'
}

export type EncodedPoint = {
  at: Instant
  /** Metres from the start. */
  meters: number
  latitude: number
  longitude: number
}

const START = { latitude: 59.9, longitude: 10.75 }
const METERS_PER_DEGREE = (Math.PI / 180) * 6_371_008.8
const SECONDS_BETWEEN_POINTS = 10

/** The points of the run; the last is at its end exactly. */
export function pointsOf(run: RunToEncode): EncodedPoint[] {
  const points: EncodedPoint[] = []
  for (let second = 0; second < run.durationSeconds; second += SECONDS_BETWEEN_POINTS) {
    points.push(pointAt(run, second))
  }
  return [...points, pointAt(run, run.durationSeconds)]
}

function pointAt(run: RunToEncode, second: number): EncodedPoint {
  const meters = (run.distanceMeters * second) / run.durationSeconds
  return {
    at: (run.startedAt + second * 1_000) as Instant,
    meters,
    latitude: START.latitude + meters / METERS_PER_DEGREE,
    longitude: START.longitude,
  }
}
