import type { SubType } from '#domain/activity/sub-type.ts'
import type { EffortProfile } from '#domain/metrics/effort-profile.ts'
import { isOnFoot } from '#domain/metrics/effort-score.ts'
import { type EffortSample, measureEfforts } from '#domain/metrics/measure-efforts.ts'
import type { TcxPoint } from './lap.ts'

/** What is kept of an activity's points; distance as the device counted it. */
export function pointEfforts(points: readonly TcxPoint[], subType: SubType): EffortProfile | null {
  const samples: EffortSample[] = []
  let last = Number.NEGATIVE_INFINITY
  for (const { time, distance, altitude, heartRate } of points) {
    if (time === undefined || time <= last) continue
    last = time
    samples.push({ seconds: time / 1_000, meters: distance, altitude, bpm: heartRate })
  }
  return measureEfforts(samples, isOnFoot(subType))
}
