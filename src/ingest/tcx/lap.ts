import type { Instant } from '#kernel/instant.ts'
import { timeFromText } from '../xml/time-from-text.ts'
import { attributeOf, contentOf, elementsOf, numberOf, textOf, type XmlElement } from '../xml/xml-content.ts'

export type TcxPoint = {
  time: Instant | undefined
  /** Metres above sea level. */
  altitude: number | undefined
  /** Metres since the activity's start. */
  distance: number | undefined
  /** Beats a minute. */
  heartRate: number | undefined
}

export type TcxLap = {
  startedAt: Instant | undefined
  seconds: number | undefined
  meters: number | undefined
  averageHeartRate: number | undefined
  maxHeartRate: number | undefined
  points: readonly TcxPoint[]
}

export function readLap(lap: XmlElement): TcxLap {
  const points = elementsOf(lap.content, 'Track').flatMap(track => elementsOf(track.content, 'Trackpoint'))
  return {
    startedAt: timeFromText(attributeOf(lap, 'StartTime')),
    seconds: positive(numberOf(lap.content, 'TotalTimeSeconds')),
    meters: positive(numberOf(lap.content, 'DistanceMeters')),
    averageHeartRate: numberOf(contentOf(lap.content, 'AverageHeartRateBpm'), 'Value'),
    maxHeartRate: numberOf(contentOf(lap.content, 'MaximumHeartRateBpm'), 'Value'),
    points: points.map(readPoint),
  }
}

function readPoint({ content }: XmlElement): TcxPoint {
  return {
    time: timeFromText(textOf(content, 'Time')),
    altitude: numberOf(content, 'AltitudeMeters'),
    distance: numberOf(content, 'DistanceMeters'),
    heartRate: numberOf(contentOf(content, 'HeartRateBpm'), 'Value'),
  }
}

function positive(value: number | undefined): number | undefined {
  return value !== undefined && value > 0 ? value : undefined
}
