import { HOUR_MS } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { cleanName, cleanNote } from '../text/clean-text.ts'
import type { Activity } from './activity.ts'
import type { ActivityRefusal } from './activity-refusal.ts'
import { requireDayPossible } from './measured-sanity.ts'

export const ACTIVITY_NAME_MAX = 80
export const ACTIVITY_NOTE_MAX = 1_000

/**
 * Starts at most this far apart may be one run or of one local day: a day has 25 hours at most, and two zones differ by
 * 26.
 */
export const NEIGHBOURHOOD_MS = 52 * HOUR_MS

/** The activity, if its day has room for it beside the others of that day. */
export function whereDayIsPossible(
  activity: Activity,
  others: readonly Activity[],
): Result<Activity, ActivityRefusal> {
  const ofDay = others.filter(other => other.localOn === activity.localOn)
  const day = requireDayPossible(
    ofDay.reduce((total, other) => total + other.durationMs, activity.durationMs),
  )
  return day.ok ? ok(activity) : day
}

/** Name and note as they are kept, if they are not too long. */
export function requireTexts(
  name: string,
  note: string,
): Result<{ name: string; note: string }, ActivityRefusal> {
  const texts = { name: cleanName(name), note: cleanNote(note) }
  if (texts.name.length > ACTIVITY_NAME_MAX) {
    return refuse({
      code: 'activity-name-too-long',
      limit: ACTIVITY_NAME_MAX,
      length: texts.name.length,
    })
  }
  if (texts.note.length > ACTIVITY_NOTE_MAX) {
    return refuse({
      code: 'activity-note-too-long',
      limit: ACTIVITY_NOTE_MAX,
      length: texts.note.length,
    })
  }
  return ok(texts)
}
