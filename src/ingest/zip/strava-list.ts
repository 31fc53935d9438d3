import { parse } from 'csv-parse'
import { type Instant, instant } from '#kernel/instant.ts'

/** One line of the `activities.csv` of Strava's bulk export. */
export type StravaLine = {
  /** Strava's number of it. */
  id: string
  name: string
  /** As Strava names kinds: `Run`, `Trail Run`, `Ride`. */
  type: string
  /** What the athlete wrote, for others and for themselves. */
  note: string
  /** Path of its file in the archive; empty for one that was typed. */
  file: string
  startedAt: Instant | null
  distanceMeters: number | null
  elapsedSeconds: number | null
  movingSeconds: number | null
  climbMeters: number | null
  averageHeartRate: number | null
  maxHeartRate: number | null
  /** 1 to 10. */
  perceivedEffort: number | null
}

const RECORD_MAX = 200_000
const LINES_MOST = 20_000

/**
 * Reads the list piece by piece, so that it never holds up others. The export names some columns twice: the first
 * distance is in kilometres and rounded, the last in metres. Undefined where it is no list of Strava's, as in
 * exports of other languages, whose files are read all the same.
 */
export async function readStravaList(pieces: AsyncIterable<Uint8Array>): Promise<StravaLine[] | undefined> {
  const lines: StravaLine[] = []
  let columns: Columns | undefined
  try {
    const parser = parse({
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: RECORD_MAX,
    })
    const feeding = feed(parser, pieces)
    for await (const row of parser as AsyncIterable<string[]>) {
      if (!columns) {
        columns = columnsOf(row)
        if (!columns) break
        continue
      }
      const line = lineOf(row, columns)
      if (line && lines.length < LINES_MOST) lines.push(line)
    }
    parser.destroy()
    await feeding
  } catch {
    return undefined
  }
  return columns && lines
}

async function feed(parser: ReturnType<typeof parse>, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  try {
    for await (const piece of pieces) {
      if (parser.destroyed) return
      if (!parser.write(piece)) {
        await new Promise<void>(resolve => {
          parser.once('drain', resolve)
          parser.once('close', resolve)
          parser.once('error', resolve)
        })
      }
    }
    parser.end()
  } catch (error) {
    parser.destroy(error instanceof Error ? error : undefined)
  }
}

/** Of each column by its heading: the first and the last one that is called so. */
type Columns = { first: ReadonlyMap<string, number>; last: ReadonlyMap<string, number> }

function columnsOf(headings: readonly string[]): Columns | undefined {
  const named = headings.map((heading, at) => [heading.trim().toLowerCase(), at] as const)
  const columns = { first: new Map(named.toReversed()), last: new Map(named) }
  const isList = ['activity id', 'activity date', 'activity type', 'filename'].every(name =>
    columns.last.has(name),
  )
  return isList ? columns : undefined
}

function lineOf(row: readonly string[], columns: Columns): StravaLine | undefined {
  const text = (name: string) => row[columns.first.get(name) ?? -1]?.trim() ?? ''
  const number = (name: string, which: keyof Columns = 'last') => {
    const cell = row[columns[which].get(name) ?? -1]?.trim().replace(',', '.') ?? ''
    const value = Number(cell)
    return cell !== '' && Number.isFinite(value) && value >= 0 ? value : null
  }
  const id = text('activity id')
  if (id === '') return undefined
  const hasMeters = columns.first.get('distance') !== columns.last.get('distance')
  const distance = number('distance')
  const effort = number('perceived exertion')
  return {
    id,
    name: text('activity name'),
    type: text('activity type'),
    note: [text('activity description'), text('activity private note')].filter(Boolean).join('\n'),
    file: text('filename'),
    startedAt: instantOf(text('activity date')),
    distanceMeters: distance && (hasMeters ? distance : distance * 1_000),
    elapsedSeconds: number('elapsed time'),
    movingSeconds: number('moving time'),
    climbMeters: number('elevation gain'),
    averageHeartRate: number('average heart rate'),
    maxHeartRate: number('max heart rate'),
    perceivedEffort: effort !== null && effort >= 1 && effort <= 10 ? Math.round(effort) : null,
  }
}

const DATE =
  /^(?:(\p{L}{3})\p{L}*\.? (\d{1,2})|(\d{1,2}) (\p{L}{3})\p{L}*\.?),? (\d{4}),? (\d{1,2}):(\d{2}):(\d{2})(?:\s*([AP]M))?$/iu
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** `Nov 20, 2026, 6:12:05 PM` or `20 Nov 2026, 18:12:05`, in UTC. */
function instantOf(text: string): Instant | null {
  const match = DATE.exec(text.replaceAll(/\s+/gu, ' '))
  if (!match) return null
  const [, monthFirst, dayAfter, dayFirst, monthAfter, year, hours, minutes, seconds, half] = match
  const month = MONTHS.indexOf((monthFirst ?? monthAfter ?? '').toLowerCase())
  if (month < 0) return null
  const noonless = half ? Number(hours) % 12 : Number(hours)
  const hour = noonless + (half?.toUpperCase() === 'PM' ? 12 : 0)
  return instant(
    Date.UTC(Number(year), month, Number(dayAfter ?? dayFirst), hour, Number(minutes), Number(seconds)),
  )
}
