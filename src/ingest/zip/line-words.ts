import type { Measured } from '#domain/activity/activity.ts'
import type { FileRefusal } from '#domain/activity/file-refusal.ts'
import type { SubType } from '#domain/activity/sub-type.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { soundBpm } from '../heart-rate.ts'
import { subTypeFromSport } from '../sub-type-from-sport.ts'
import type { StravaLine } from './strava-list.ts'

/** The kind that a line of the list names; null where it names none that we know. */
export function kindOfLine({ type }: StravaLine): SubType | null {
  const subType = subTypeFromSport(type)
  return subType === 'other' ? null : subType
}

/** What a line of the list alone tells of an activity; one without a time tells too little. */
export function measureLine(line: StravaLine): Result<Measured, FileRefusal> {
  const seconds = line.movingSeconds || line.elapsedSeconds
  if (line.startedAt === null || !seconds) return refuse({ code: 'no-times' })
  const durationMs = Math.round(seconds * 1_000)
  const elapsedMs = Math.max(durationMs, Math.round((line.elapsedSeconds ?? 0) * 1_000))
  return ok({
    subType: kindOfLine(line) ?? 'other',
    startedAt: line.startedAt,
    distanceCm: line.distanceMeters ? Math.round(line.distanceMeters * 100) : null,
    durationMs,
    elapsedMs,
    climbCm: line.climbMeters === null ? null : Math.round(line.climbMeters * 100),
    averageHeartRate: soundBpm(line.averageHeartRate ?? undefined),
    maxHeartRate: soundBpm(line.maxHeartRate ?? undefined),
    device: null,
  })
}
