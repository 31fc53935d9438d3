import { pointsOf, type RunToEncode } from './run-to-encode.ts'

const SPORTS = { running: 'Running', cycling: 'Biking', walking: 'Other' } as const

/** The run as a TCX file of one lap. */
export function encodeTcxRun(run: RunToEncode): Uint8Array {
  return tcxFile(`<Activities>${tcxActivity(run)}</Activities>`)
}

/** The run as one `<Activity>`. */
export function tcxActivity(run: RunToEncode): string {
  const start = new Date(run.startedAt).toISOString()
  const heartRate =
    run.heartRate === undefined ? '' : `<HeartRateBpm><Value>${run.heartRate}</Value></HeartRateBpm>`
  const points = pointsOf(run).map(
    point =>
      `<Trackpoint><Time>${new Date(point.at).toISOString()}</Time>` +
      `<Position><LatitudeDegrees>${point.latitude}</LatitudeDegrees>` +
      `<LongitudeDegrees>${point.longitude}</LongitudeDegrees></Position>` +
      `<AltitudeMeters>12.5</AltitudeMeters><DistanceMeters>${point.meters}</DistanceMeters>${heartRate}</Trackpoint>`,
  )
  return (
    `<Activity Sport="${SPORTS[run.sport ?? 'running']}"><Id>${start}</Id><Lap StartTime="${start}">` +
    `<TotalTimeSeconds>${run.durationSeconds}</TotalTimeSeconds>` +
    `<DistanceMeters>${run.distanceMeters}</DistanceMeters>` +
    `<Track>${points.join('\n')}</Track></Lap><Creator><Name>Test Watch</Name></Creator></Activity>`
  )
}

/** A TCX file around the elements given. */
export function tcxFile(content: string): Uint8Array {
  return new TextEncoder().encode(
    `<?xml version="1.0" encoding="UTF-8"?>\n<TrainingCenterDatabase ` +
      `xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2">${content}</TrainingCenterDatabase>\n`,
  )
}
