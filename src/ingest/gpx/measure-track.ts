import type { SubType } from '#domain/activity/sub-type.ts'
import type { Recorded } from '#domain/metrics/recorded.ts'
import { instant } from '#kernel/instant.ts'
import { climbMeters } from '../climb.ts'
import { greatCircleMeters } from '../great-circle.ts'
import { heartRateOf } from '../heart-rate.ts'
import { subTypeFromSport } from '../sub-type-from-sport.ts'
import { movingMs } from './moving-time.ts'
import { trackEfforts } from './track-efforts.ts'
import type { Segment } from './track-point.ts'

/** A recording may lack the time of a point here and there; a drawn line lacks nearly all. */
const TIMED_SHARE = 0.9

/** Metres a second between which an unnamed sport is taken for a run: 9:48 and 2:34 a kilometre. */
const SLOWEST_RUN = 1.7
const FASTEST_RUN = 6.5

export type Track = { readonly sport: string | undefined; readonly segments: readonly Segment[] }

/** Totals of one track, or undefined when it was drawn rather than recorded: too few of its points have a time. */
export function measureTrack(track: Track, device: string | null): Recorded | undefined {
  const points = track.segments.flat()
  const times = points.flatMap(point => (point.time === undefined ? [] : [point.time]))
  if (times.length < 2 || times.length < points.length * TIMED_SHARE) return undefined
  const { first, last } = bounds(times)
  if (last <= first) return undefined
  const meters = distanceMeters(track.segments)
  // A recording that never left its place, such as a treadmill run's, has no moving time; it still took its time.
  const durationMs = movingMs(track.segments) || last - first
  const climb = climbMeters(points.flatMap(point => (point.elevation === undefined ? [] : [point.elevation])))
  const subType = track.sport
    ? subTypeFromSport(track.sport)
    : subTypeFromSpeed(meters / (durationMs / 1_000))
  return {
    subType,
    startedAt: instant(first),
    distanceCm: meters > 0 ? Math.round(meters * 100) : null,
    durationMs,
    elapsedMs: last - first,
    climbCm: climb === null ? null : Math.round(climb * 100),
    ...heartRateOf(points.map(point => point.heartRate)),
    device,
    efforts: trackEfforts(track.segments, subType),
  }
}

/** The way from point to point within the segments; the gap between two segments is not run. */
function distanceMeters(segments: readonly Segment[]): number {
  let meters = 0
  for (const segment of segments) {
    for (let at = 1; at < segment.length; at += 1) {
      const from = segment[at - 1]
      const to = segment[at]
      if (from && to) meters += greatCircleMeters(from, to)
    }
  }
  return meters
}

function bounds(times: readonly number[]): { first: number; last: number } {
  let first = Number.POSITIVE_INFINITY
  let last = Number.NEGATIVE_INFINITY
  for (const time of times) {
    if (time < first) first = time
    if (time > last) last = time
  }
  return { first, last }
}

function subTypeFromSpeed(metersPerSecond: number): SubType {
  return metersPerSecond >= SLOWEST_RUN && metersPerSecond <= FASTEST_RUN ? 'easy-run' : 'other'
}
