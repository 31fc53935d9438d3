import { pointsOf, type RunToEncode } from './run-to-encode.ts'

/** The run as a GPX 1.1 file with Garmin's heart-rate extension. */
export function encodeGpxRun(run: RunToEncode): Uint8Array {
  return gpxFile(`<trk><name>Run</name><type>${run.sport ?? 'running'}</type>${gpxSegment(run)}</trk>`)
}

/** The points of the run as one `<trkseg>`. */
export function gpxSegment(run: RunToEncode): string {
  const heartRate =
    run.heartRate === undefined
      ? ''
      : `<extensions><tpx:TrackPointExtension><tpx:hr>${run.heartRate}</tpx:hr></tpx:TrackPointExtension></extensions>`
  const points = pointsOf(run).map(point => {
    const place = `lat="${point.latitude.toFixed(9)}" lon="${point.longitude.toFixed(9)}"`
    return `<trkpt ${place}><ele>12.5</ele><time>${new Date(point.at).toISOString()}</time>${heartRate}</trkpt>`
  })
  return `<trkseg>${points.join('\n')}</trkseg>`
}

/** A GPX file around the elements given. */
export function gpxFile(content: string): Uint8Array {
  return new TextEncoder().encode(
    `<?xml version="1.0" encoding="UTF-8"?>\n<gpx version="1.1" creator="Test Watch" ` +
      `xmlns="http://www.topografix.com/GPX/1/1" ` +
      `xmlns:tpx="http://www.garmin.com/xmlschemas/TrackPointExtension/v1">${content}</gpx>\n`,
  )
}
