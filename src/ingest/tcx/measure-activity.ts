import type { Recorded } from '#domain/metrics/recorded.ts'
import { instant } from '#kernel/instant.ts'
import { climbMeters } from '../climb.ts'
import { deviceName } from '../device-name.ts'
import { type HeartRate, heartRateOf, soundBpm } from '../heart-rate.ts'
import { subTypeFromSport } from '../sub-type-from-sport.ts'
import { timeFromText } from '../xml/time-from-text.ts'
import { attributeOf, contentOf, elementsOf, textOf, type XmlElement } from '../xml/xml-content.ts'
import { readLap, type TcxLap, type TcxPoint } from './lap.ts'
import { pointEfforts } from './point-efforts.ts'

/** Totals of one `<Activity>`: the sums of its laps as the device wrote them, the points where a lap lacks a figure. */
export function measureActivity(activity: XmlElement): Recorded | 'no-times' | 'no-activity' {
  const laps = elementsOf(activity.content, 'Lap').map(readLap)
  if (laps.length === 0) return 'no-activity'
  const points = laps.flatMap(lap => lap.points)
  const times = points.flatMap(point => (point.time === undefined ? [] : [point.time]))
  const startedAt = laps[0]?.startedAt ?? times[0] ?? timeFromText(textOf(activity.content, 'Id'))
  if (startedAt === undefined) return 'no-times'

  const spanMs = Math.max(0, (times.at(-1) ?? startedAt) - startedAt)
  const timerMs = Math.round(sum(laps.map(lap => lap.seconds)) * 1_000)
  const durationMs = timerMs || spanMs
  if (durationMs === 0) return 'no-times'
  const meters = sum(laps.map(lap => lap.meters)) || coveredMeters(points)
  const climb = climbMeters(points.flatMap(point => (point.altitude === undefined ? [] : [point.altitude])))
  const subType = subTypeFromSport(attributeOf(activity, 'Sport'))
  return {
    subType,
    startedAt: instant(startedAt),
    distanceCm: meters > 0 ? Math.round(meters * 100) : null,
    durationMs,
    elapsedMs: Math.max(spanMs, durationMs),
    climbCm: climb === null ? null : Math.round(climb * 100),
    ...heartRate(laps, points),
    device: deviceName(
      textOf(contentOf(activity.content, 'Creator'), 'Name')?.replace(/\s+software version.*$/i, ''),
    ),
    efforts: pointEfforts(points, subType),
  }
}

function coveredMeters(points: readonly TcxPoint[]): number {
  return points.reduce((covered, point) => Math.max(covered, point.distance ?? 0), 0)
}

/** From the points; a file without any takes its laps' own, weighted by their time. */
function heartRate(laps: readonly TcxLap[], points: readonly TcxPoint[]): HeartRate {
  const measured = heartRateOf(points.map(point => point.heartRate))
  if (measured.averageHeartRate !== null) return measured
  const known = laps.filter(lap => soundBpm(lap.averageHeartRate) !== null && lap.seconds !== undefined)
  const seconds = sum(known.map(lap => lap.seconds))
  const beats = sum(known.map(lap => (lap.averageHeartRate ?? 0) * (lap.seconds ?? 0)))
  return {
    averageHeartRate: seconds > 0 ? Math.round(beats / seconds) : null,
    maxHeartRate: heartRateOf(laps.map(lap => lap.maxHeartRate)).maxHeartRate,
  }
}

function sum(values: readonly (number | undefined)[]): number {
  return values.reduce<number>((total, value) => total + (value ?? 0), 0)
}
