import type { SubType } from '#domain/activity/sub-type.ts'
import type { EffortProfile } from '#domain/metrics/effort-profile.ts'
import { isOnFoot } from '#domain/metrics/effort-score.ts'
import { type EffortSample, measureEfforts } from '#domain/metrics/measure-efforts.ts'
import { greatCircleMeters, isPosition, type Position } from '../great-circle.ts'
import { type FitFields, numberField } from './fit-fields.ts'

/** What is kept of a session's records; distance by their odometer, or else from place to place. */
export function recordEfforts(records: readonly FitFields[], subType: SubType): EffortProfile | null {
  const hasOdometer = records.some(record => typeof record.distance === 'number')
  const samples: EffortSample[] = []
  let last = Number.NEGATIVE_INFINITY
  let covered = 0
  let position: Position | undefined
  for (const record of records) {
    const { timestamp } = record
    const seconds = timestamp instanceof Date ? timestamp.getTime() / 1_000 : Number.NaN
    // A record of the same second adds nothing; one that goes back is a clock being set.
    if (!(seconds > last)) continue
    last = seconds
    if (!hasOdometer) {
      const here = positionOf(record)
      covered += here && position ? greatCircleMeters(position, here) : 0
      position = here ?? position
    }
    samples.push({
      seconds,
      meters: hasOdometer ? numberField(record, 'distance') : position && covered,
      altitude: numberField(record, 'enhanced_altitude') ?? numberField(record, 'altitude'),
      bpm: numberField(record, 'heart_rate'),
    })
  }
  return measureEfforts(samples, isOnFoot(subType))
}

function positionOf(record: FitFields): Position | undefined {
  const latitude = numberField(record, 'position_lat')
  const longitude = numberField(record, 'position_long')
  return latitude !== undefined && longitude !== undefined && isPosition(latitude, longitude)
    ? { latitude, longitude }
    : undefined
}
