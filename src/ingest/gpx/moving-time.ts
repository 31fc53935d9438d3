import { greatCircleMeters } from '../great-circle.ts'
import type { Segment, TrackPoint } from './track-point.ts'

/** At or below this a runner stands: gpxpy's default threshold, 1 km/h, in metres a second. */
const STANDING_SPEED = 1_000 / 3_600

/**
 * Milliseconds in motion over a track: of each two neighbours within a segment the time between them counts when their speed,
 * over the slope where both altitudes are known, is above 1 km/h. This is `moving_time` of gpxpy's get_moving_data; there
 * an altitude of exactly zero counts as unknown, and so it does here.
 */
export function movingMs(segments: readonly Segment[]): number {
  let moving = 0
  for (const segment of segments) {
    let previous: TrackPoint | undefined
    for (const point of segment) {
      moving += previous ? movingMsBetween(previous, point) : 0
      previous = point
    }
  }
  return moving
}

function movingMsBetween(from: TrackPoint, to: TrackPoint): number {
  if (from.time === undefined || to.time === undefined) return 0
  const milliseconds = to.time - from.time
  if (milliseconds <= 0) return 0
  const rise = from.elevation && to.elevation ? to.elevation - from.elevation : 0
  const meters = Math.hypot(greatCircleMeters(from, to), rise)
  return meters / (milliseconds / 1_000) > STANDING_SPEED ? milliseconds : 0
}
