import type { Recorded } from '#domain/metrics/recorded.ts'
import { instant } from '#kernel/instant.ts'
import { soundBpm } from '../heart-rate.ts'
import { subTypeFromSport } from '../sub-type-from-sport.ts'
import { type FitFields, positiveField, textField, timeField } from './fit-fields.ts'
import { recordEfforts } from './record-efforts.ts'
import { recordedClimb, recordedMeters, recordTotals } from './record-totals.ts'

/**
 * Totals of one session: the device's own, with what it left out taken from the session's records. Undefined when it has
 * neither a start nor a duration.
 */
export function measureSession(
  session: FitFields,
  records: readonly FitFields[],
  device: string | null,
): Recorded | undefined {
  const recorded = recordTotals(records)
  const elapsed = milliseconds(positiveField(session, 'total_elapsed_time'))
  const durationMs = milliseconds(positiveField(session, 'total_timer_time')) ?? elapsed ?? recorded.spanMs
  const startedAt = timeField(session, 'start_time') ?? recorded.startedAt
  if (startedAt === undefined || durationMs === 0) return undefined
  const meters = positiveField(session, 'total_distance') ?? recordedMeters(records)
  const climb = ascentOf(session) ?? recordedClimb(records)
  const subType = subTypeFromSport(textField(session, 'sport'), textField(session, 'sub_sport'))
  return {
    subType,
    startedAt: instant(startedAt),
    distanceCm: meters > 0 ? Math.round(meters * 100) : null,
    durationMs,
    elapsedMs: Math.max(elapsed ?? recorded.spanMs, durationMs),
    climbCm: climb === null ? null : Math.round(climb * 100),
    averageHeartRate:
      soundBpm(positiveField(session, 'avg_heart_rate')) ?? recorded.heartRate.averageHeartRate,
    maxHeartRate: soundBpm(positiveField(session, 'max_heart_rate')) ?? recorded.heartRate.maxHeartRate,
    device,
    efforts: recordEfforts(records, subType),
  }
}

/** Metres; a session on the flat says zero and means it. */
function ascentOf(session: FitFields): number | null {
  const ascent = session.total_ascent
  return typeof ascent === 'number' && ascent >= 0 ? ascent : null
}

function milliseconds(seconds: number | undefined): number | undefined {
  return seconds === undefined ? undefined : Math.round(seconds * 1_000)
}
