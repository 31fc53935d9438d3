import type { Damage } from '#domain/activity/file-refusal.ts'
import type { Instant } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { isPosition, type Position } from '../great-circle.ts'
import { timeFromText } from '../xml/time-from-text.ts'
import {
  attributeOf,
  contentOf,
  elementsOf,
  numberFrom,
  numberOf,
  textOf,
  type XmlContent,
  type XmlElement,
} from '../xml/xml-content.ts'

export type TrackPoint = Position & {
  /** Metres above sea level. */
  elevation: number | undefined
  time: Instant | undefined
  /** Beats a minute. */
  heartRate: number | undefined
}

export type Segment = readonly TrackPoint[]

/** The points of a `<trkseg>`; one without a place on Earth makes the whole file damaged. */
export function readSegment(segment: XmlContent): Result<Segment, Damage> {
  const points: TrackPoint[] = []
  for (const element of elementsOf(segment, 'trkpt')) {
    const point = readPoint(element)
    if (!point) return refuse('coordinates')
    points.push(point)
  }
  return ok(points)
}

function readPoint(element: XmlElement): TrackPoint | undefined {
  const latitude = numberFrom(attributeOf(element, 'lat'))
  const longitude = numberFrom(attributeOf(element, 'lon'))
  if (!isPosition(latitude, longitude) || latitude === undefined || longitude === undefined) return undefined
  return {
    latitude,
    longitude,
    elevation: numberOf(element.content, 'ele'),
    time: timeFromText(textOf(element.content, 'time')),
    heartRate: readHeartRate(contentOf(element.content, 'extensions')),
  }
}

/** Garmin's TrackPointExtension under any prefix, or a bare `hr` as Cluetrust's extension has it. */
function readHeartRate(extensions: XmlContent | undefined): number | undefined {
  if (!extensions) return undefined
  return numberOf(contentOf(extensions, 'TrackPointExtension'), 'hr') ?? numberOf(extensions, 'hr')
}
