import type { SubType } from '#domain/activity/sub-type.ts'
import type { EffortProfile } from '#domain/metrics/effort-profile.ts'
import { isOnFoot } from '#domain/metrics/effort-score.ts'
import { type EffortSample, measureEfforts } from '#domain/metrics/measure-efforts.ts'
import { greatCircleMeters } from '../great-circle.ts'
import type { Segment, TrackPoint } from './track-point.ts'

/** What is kept of a track; the gap between two segments is not run. */
export function trackEfforts(segments: readonly Segment[], subType: SubType): EffortProfile | null {
  const samples: EffortSample[] = []
  let last = Number.NEGATIVE_INFINITY
  let meters = 0
  for (const segment of segments) {
    let previous: TrackPoint | undefined
    for (const point of segment) {
      if (previous) meters += greatCircleMeters(previous, point)
      previous = point
      if (point.time === undefined || point.time <= last) continue
      last = point.time
      samples.push({ seconds: point.time / 1_000, meters, altitude: point.elevation, bpm: point.heartRate })
    }
  }
  return measureEfforts(samples, isOnFoot(subType))
}
