import { describe, expect, it } from 'vitest'
import type { Measured } from '#domain/activity/activity.ts'
import type { FileRefusal } from '#domain/activity/file-refusal.ts'
import { decodeActivityFile } from '#ingest/decode-activity-file.ts'
import { instant } from '#kernel/instant.ts'
import { gpxFile, gpxSegment } from '../activity-files/encode-gpx.ts'
import type { RunToEncode } from '../activity-files/run-to-encode.ts'

const START = instant(Date.UTC(2026, 4, 14, 6))
const run: RunToEncode = { startedAt: START, distanceMeters: 1_000, durationSeconds: 300 }
const later: RunToEncode = { ...run, startedAt: instant(START + 600_000) }

function activities(bytes: Uint8Array): Measured[] {
  const decoded = decodeActivityFile(bytes, '')
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.refusal))
  return decoded.value.activities
}

function refusal(bytes: Uint8Array): FileRefusal | undefined {
  const decoded = decodeActivityFile(bytes, '')
  return decoded.ok ? undefined : decoded.refusal
}

/** A track of points `[seconds from the start, metres north, altitude]`. */
function track(...points: readonly (readonly [number, number, number?])[]): Uint8Array {
  const written = points.map(([second, meters, altitude]) => {
    const time = `<time>${new Date(START + second * 1_000).toISOString()}</time>`
    const elevation = altitude === undefined ? '' : `<ele>${altitude}</ele>`
    return `<trkpt lat="${59.9 + meters / 111_195.08}" lon="10.75">${elevation}${time}</trkpt>`
  })
  return gpxFile(`<trk><trkseg>${written.join('')}</trkseg></trk>`)
}

describe('a GPX file', () => {
  it('makes one activity of a track, its segments being the parts between pauses', () => {
    const [activity, ...others] = activities(gpxFile(`<trk>${gpxSegment(run)}${gpxSegment(later)}</trk>`))
    expect(others).toEqual([])
    expect(activity).toMatchObject({ startedAt: START, durationMs: 600_000, elapsedMs: 900_000 })
    expect(activity?.distanceCm).toBeGreaterThan(199_990)
    expect(activity?.distanceCm).toBeLessThan(200_010)
  })

  it('makes several activities of several tracks, leaving out what was drawn', () => {
    const drawn = '<trk><trkseg><trkpt lat="1" lon="1"/><trkpt lat="2" lon="2"/></trkseg></trk>'
    const two = gpxFile(
      `<trk><type>running</type>${gpxSegment(run)}</trk>${drawn}<trk><type>cycling</type>${gpxSegment(later)}</trk>`,
    )
    expect(activities(two).map(activity => [activity.subType, activity.startedAt])).toEqual([
      ['easy-run', START],
      ['ride', later.startedAt],
    ])
  })

  it('counts as moving what is faster than one kilometre an hour', () => {
    // 4 m/s for ten seconds, 2 m in ten seconds (0.72 km/h), a two-minute stop, then 4 m/s again.
    const [activity] = activities(track([0, 0], [10, 40], [20, 42], [140, 42], [150, 82]))
    expect(activity).toMatchObject({ durationMs: 20_000, elapsedMs: 150_000, distanceCm: 8_200 })
  })

  it('counts a climb on the spot as moving where both altitudes are known', () => {
    expect(activities(track([0, 0, 10], [10, 1, 14], [20, 41, 14]))[0]?.durationMs).toBe(20_000)
    expect(activities(track([0, 0], [10, 1, 14], [20, 41, 14]))[0]?.durationMs).toBe(10_000)
  })

  it('takes the whole time where nothing moved', () => {
    expect(activities(track([0, 0], [600, 0]))[0]).toMatchObject({ durationMs: 600_000, distanceCm: null })
  })

  it('takes a track without a sport for a run only at the pace of one', () => {
    expect(activities(track([0, 0], [100, 300]))[0]?.subType).toBe('easy-run')
    expect(activities(track([0, 0], [100, 900]))[0]?.subType).toBe('other')
    expect(activities(track([0, 0], [100, 120]))[0]?.subType).toBe('other')
  })

  it('reads times with fractions, with offsets and without any', () => {
    const at = (time: string) => `<trkpt lat="59.9" lon="10.75"><time>${time}</time></trkpt>`
    const file = gpxFile(
      `<trk><trkseg>${at('2026-05-14T08:00:00+02:00')}${at('2026-05-14T06:00:30')}${at('2026-05-14T06:01:00.5Z')}</trkseg></trk>`,
    )
    expect(activities(file)[0]).toMatchObject({ startedAt: START, elapsedMs: 60_500 })
  })

  it('reads UTF-16 and a byte-order mark', () => {
    const text = new TextDecoder().decode(gpxFile(`<trk>${gpxSegment(run)}</trk>`))
    const utf16 = Buffer.from(`\ufeff${text.replace('UTF-8', 'UTF-16')}`, 'utf16le')
    const [plain] = activities(new TextEncoder().encode(text))
    expect(activities(new TextEncoder().encode(`\ufeff  ${text.slice(text.indexOf('<gpx'))}`))[0]).toEqual(
      plain,
    )
    expect(activities(utf16)[0]).toEqual(plain)
  })

  it('reads prefixed elements', () => {
    const point = (second: number, lat: number) =>
      `<g:trkpt lat="${lat}" lon="1"><g:time>2026-05-14T06:00:0${second}Z</g:time></g:trkpt>`
    const text =
      `<g:gpx xmlns:g="http://www.topografix.com/GPX/1/1"><g:trk><g:trkseg>` +
      `${point(0, 1)}${point(5, 1.0001)}</g:trkseg></g:trk></g:gpx>`
    expect(activities(new TextEncoder().encode(text))[0]?.elapsedMs).toBe(5_000)
  })

  it('names what wrote it without the address, in harmless letters', () => {
    const text = new TextDecoder().decode(gpxFile(`<trk>${gpxSegment(run)}</trk>`))
    const by = (creator: string) =>
      activities(new TextEncoder().encode(text.replace('Test Watch', creator)))[0]?.device
    expect(by('Runkeeper - http://www.runkeeper.com')).toBe('runkeeper')
    expect(by('&lt;!channel&gt; *Watch*')).toBe('lt channel gt watch')
    expect(by('')).toBe(null)
  })

  it('without a track, without times, or before its clock was set is refused', () => {
    const pair = (time: string) =>
      `<trk><trkseg><trkpt lat="1" lon="1">${time}</trkpt><trkpt lat="1" lon="1.01">${time.replace('0Z', '9Z')}</trkpt></trkseg></trk>`
    expect(refusal(gpxFile('<rte><rtept lat="1" lon="1"/></rte>'))).toEqual({ code: 'no-track' })
    expect(refusal(gpxFile('<trk><trkseg><trkpt lat="1" lon="1"/></trkseg></trk>'))).toEqual({
      code: 'no-track',
    })
    expect(refusal(gpxFile(pair('')))).toEqual({ code: 'no-times' })
    expect(refusal(gpxFile(pair('<time>yesterday 0Z</time>')))).toEqual({ code: 'no-times' })
    expect(refusal(gpxFile(pair('<time>1970-01-01T00:00:00Z</time>')))).toEqual({
      code: 'clock-not-set',
      startedAt: 0,
    })
  })

  it('with a point nowhere on Earth is damaged', () => {
    const at = (place: string) =>
      gpxFile(`<trk><trkseg><trkpt ${place}/><trkpt lat="1" lon="1"/></trkseg></trk>`)
    for (const place of ['lat="91" lon="1"', 'lat="1" lon="-181"', 'lat="x" lon="1"', 'lon="1"']) {
      expect(refusal(at(place))).toEqual({ code: 'file-damaged', format: 'gpx', detail: 'coordinates' })
    }
  })
})
