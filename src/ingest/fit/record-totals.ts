import type { Instant } from '#kernel/instant.ts'
import { climbMeters } from '../climb.ts'
import { greatCircleMeters, isPosition, type Position } from '../great-circle.ts'
import { type HeartRate, heartRateOf } from '../heart-rate.ts'
import { type FitFields, numberField, timeField } from './fit-fields.ts'

export type RecordTotals = {
  startedAt: Instant | undefined
  /** First to last record. */
  spanMs: number
  heartRate: HeartRate
}

export function recordTotals(records: readonly FitFields[]): RecordTotals {
  const times = records.flatMap(record => timeField(record, 'timestamp') ?? [])
  const startedAt = times[0]
  return {
    startedAt,
    spanMs: Math.max(0, (times.at(-1) ?? 0) - (startedAt ?? 0)),
    heartRate: heartRateOf(records.map(record => numberField(record, 'heart_rate'))),
  }
}

/** Metres climbed over the records, or null where they have no altitude. */
export function recordedClimb(records: readonly FitFields[]): number | null {
  return climbMeters(
    records.flatMap(
      record => numberField(record, 'enhanced_altitude') ?? numberField(record, 'altitude') ?? [],
    ),
  )
}

/** Metres covered over the records: what their odometer gained, or else the way between their positions; zero when unknown. */
export function recordedMeters(records: readonly FitFields[]): number {
  const odometer = records.flatMap(record => numberField(record, 'distance') ?? [])
  const gained = (odometer.at(-1) ?? 0) - (odometer[0] ?? 0)
  if (odometer.length > 0) return Math.max(0, gained)
  let meters = 0
  let previous: Position | undefined
  for (const record of records) {
    const latitude = numberField(record, 'position_lat')
    const longitude = numberField(record, 'position_long')
    if (latitude === undefined || longitude === undefined || !isPosition(latitude, longitude)) continue
    const position = { latitude, longitude }
    meters += previous ? greatCircleMeters(previous, position) : 0
    previous = position
  }
  return meters
}

/** Milliseconds between the timer's stops and the starts that follow them. */
export function pausedMs(events: readonly FitFields[]): number {
  let paused = 0
  let stoppedAt: Instant | undefined
  for (const event of events) {
    const at = timeField(event, 'timestamp')
    if (event.event !== 'timer' || at === undefined) continue
    const isStop = String(event.event_type).startsWith('stop')
    if (isStop) stoppedAt ??= at
    else if (event.event_type === 'start') {
      if (stoppedAt !== undefined) paused += Math.max(0, at - stoppedAt)
      stoppedAt = undefined
    }
  }
  return paused
}
