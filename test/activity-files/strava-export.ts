import { gzipSync, strToU8, zipSync } from 'fflate'
import { encodeFitRun } from './encode-fit.ts'
import { encodeGpxRun } from './encode-gpx.ts'

/** The headings of Strava's list that say something here; distance and elapsed time stand in it twice. */
const HEADINGS =
  'Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,Max Heart Rate,Relative Effort,Commute,Activity Private Note,Activity Gear,Filename,Athlete Weight,Bike Weight,Elapsed Time,Moving Time,Distance,Max Speed,Elevation Gain,Perceived Exertion'

export type ListedActivity = {
  id: string
  /** As the list writes it, in UTC. */
  date: string
  name: string
  type: string
  file?: string
  description?: string
  privateNote?: string
  meters?: number
  seconds?: number
  effort?: number
}

export function stravaList(activities: readonly ListedActivity[]): string {
  const quoted = (text: string | number | undefined) => `"${String(text ?? '').replaceAll('"', '""')}"`
  const rows = activities.map(given => {
    const { id, date, name, type, description, privateNote, file, meters, seconds, effort } = given
    const km = meters === undefined ? '' : (meters / 1_000).toFixed(2)
    const cells = [
      id,
      date,
      name,
      type,
      description,
      seconds,
      km,
      '',
      '',
      'false',
      privateNote,
      '',
      file,
      '',
      '',
      seconds,
      seconds,
      meters,
      '',
      '',
      effort,
    ]
    return cells.map(quoted).join(',')
  })
  return `${[HEADINGS, ...rows].join('\n')}\n`
}

/** Runs a day apart, newest last; each as Strava keeps a device's file. */
export function manyRuns(
  count: number,
  first: number,
): { path: string; bytes: Uint8Array; startedAt: number }[] {
  return Array.from({ length: count }, (_, at) => {
    const startedAt = first + at * 86_400_000
    const run = { startedAt, distanceMeters: 8_000 + at, durationSeconds: 2_700, heartRate: 150 }
    const isFit = at % 2 === 0
    return {
      path: `activities/${1_000 + at}.${isFit ? 'fit' : 'gpx'}.gz`,
      bytes: gzipSync(isFit ? encodeFitRun(run as never) : encodeGpxRun(run as never)),
      startedAt,
    }
  })
}

export function zipOf(files: Readonly<Record<string, Uint8Array | string>>): Uint8Array {
  const all = Object.entries(files).map(([name, content]) => [
    name,
    typeof content === 'string' ? strToU8(content) : content,
  ])
  return zipSync(Object.fromEntries(all) as Record<string, Uint8Array>, { level: 1 })
}
