import type { Measured } from '#domain/activity/activity.ts'
import type { Damage, FileRefusal } from '#domain/activity/file-refusal.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { deviceName } from '../device-name.ts'
import { unsetClock } from '../unset-clock.ts'
import { decodeText } from '../xml/decode-text.ts'
import { parseXml } from '../xml/parse-xml.ts'
import { attributeOf, elementsOf, textOf, type XmlContent } from '../xml/xml-content.ts'
import { measureTrack, type Track } from './measure-track.ts'
import { readSegment, type Segment } from './track-point.ts'

/**
 * The recorded tracks of a GPX file, one activity each: a `<trk>` is what a device or a site exports as one run, and its
 * segments are that run's pauses. Tracks that were drawn rather than recorded are left out as long as one was recorded.
 */
export function decodeGpx(bytes: Uint8Array): Result<Measured[], FileRefusal> {
  const xml = parseXml(decodeText(bytes))
  if (!xml.ok) return damaged(xml.refusal)
  const root = elementsOf(xml.value, 'gpx')[0]
  if (!root) return damaged('structure')
  const tracks = readTracks(root.content)
  if (!tracks.ok) return damaged(tracks.refusal)
  if (tracks.value.length === 0) return refuse({ code: 'no-track' })

  const device = deviceName(
    attributeOf(root, 'creator')
      ?.replace(/https?:.*$/, '')
      .replace(/[\s-]+$/, ''),
  )
  const activities: Measured[] = []
  for (const track of tracks.value) {
    const measured = measureTrack(track, device)
    if (!measured) continue
    const unset = unsetClock(measured.startedAt)
    if (unset) return refuse(unset)
    activities.push(measured)
  }
  return activities.length > 0 ? ok(activities) : refuse({ code: 'no-times' })
}

/** Tracks of at least two points. */
function readTracks(gpx: XmlContent): Result<Track[], Damage> {
  const tracks: Track[] = []
  for (const { content } of elementsOf(gpx, 'trk')) {
    const segments: Segment[] = []
    for (const element of elementsOf(content, 'trkseg')) {
      const segment = readSegment(element.content)
      if (!segment.ok) return segment
      segments.push(segment.value)
    }
    const points = segments.reduce((count, segment) => count + segment.length, 0)
    if (points > 1) tracks.push({ sport: textOf(content, 'type'), segments })
  }
  return ok(tracks)
}

function damaged(detail: Damage): Result<never, FileRefusal> {
  return refuse({ code: 'file-damaged', format: 'gpx', detail })
}
