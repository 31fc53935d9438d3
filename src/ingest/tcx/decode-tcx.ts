import type { Measured } from '#domain/activity/activity.ts'
import type { Damage, FileRefusal } from '#domain/activity/file-refusal.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { unsetClock } from '../unset-clock.ts'
import { decodeText } from '../xml/decode-text.ts'
import { parseXml } from '../xml/parse-xml.ts'
import { contentOf, elementsOf, type XmlContent, type XmlElement } from '../xml/xml-content.ts'
import { measureActivity } from './measure-activity.ts'

/** The activities of a TCX file, those of a multisport session one by one; its transitions and courses are none. */
export function decodeTcx(bytes: Uint8Array): Result<Measured[], FileRefusal> {
  const xml = parseXml(decodeText(bytes))
  if (!xml.ok) return damaged(xml.refusal)
  const root = contentOf(xml.value, 'TrainingCenterDatabase')
  if (!root) return damaged('structure')

  const activities: Measured[] = []
  let timeless = false
  for (const element of activityElements(contentOf(root, 'Activities') ?? [])) {
    const measured = measureActivity(element)
    if (measured === 'no-times') timeless = true
    if (measured === 'no-activity' || measured === 'no-times') continue
    const unset = unsetClock(measured.startedAt)
    if (unset) return refuse(unset)
    activities.push(measured)
  }
  if (activities.length > 0) return ok(activities)
  return timeless ? refuse({ code: 'no-times' }) : refuse({ code: 'no-activity' })
}

function activityElements(activities: XmlContent): XmlElement[] {
  const sessions = elementsOf(activities, 'MultiSportSession').flatMap(session => [
    ...elementsOf(session.content, 'FirstSport'),
    ...elementsOf(session.content, 'NextSport'),
  ])
  return [
    ...elementsOf(activities, 'Activity'),
    ...sessions.flatMap(sport => elementsOf(sport.content, 'Activity')),
  ]
}

function damaged(detail: Damage): Result<never, FileRefusal> {
  return refuse({ code: 'file-damaged', format: 'tcx', detail })
}
