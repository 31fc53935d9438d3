import type { Measured } from '#domain/activity/activity.ts'
import type { FileRefusal } from '#domain/activity/file-refusal.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { unsetClock } from '../unset-clock.ts'
import { fitDevice } from './fit-device.ts'
import { type FitFields, positiveField, textField } from './fit-fields.ts'
import { type FitMessages, readFitMessages } from './fit-messages.ts'
import { measureSession } from './measure-session.ts'
import { pausedMs, recordTotals } from './record-totals.ts'
import { recordsBySession } from './records-by-session.ts'

/** Sessions of a multisport file that are no sport: the changing between two, and the whole day's sum. */
const BETWEEN_SPORTS = new Set(['transition', 'multisport'])

/** The activities of a FIT file: one for each session that is a sport, or one from the records where a session is missing. */
export function decodeFit(bytes: Uint8Array): Result<Measured[], FileRefusal> {
  const files = readFitMessages(bytes)
  if (!files.ok) return refuse({ code: 'file-damaged', format: 'fit', detail: files.refusal })
  const activities: Measured[] = []
  for (const measured of files.value.filter(isRecording).flatMap(measureFile)) {
    const unset = unsetClock(measured.startedAt)
    if (unset) return refuse(unset)
    activities.push(measured)
  }
  return activities.length > 0 ? ok(activities) : refuse({ code: 'no-activity' })
}

/** Courses, workouts and settings are FIT files too; a file that does not say what it is gets the benefit of the doubt. */
function isRecording({ fileId }: FitMessages): boolean {
  return (textField(fileId, 'type') ?? 'activity') === 'activity'
}

function measureFile(file: FitMessages): Measured[] {
  const device = fitDevice(file.fileId)
  const sessions = file.sessions.length > 0 ? file.sessions : [sessionFromRecords(file)]
  const records = recordsBySession(sessions, file.records)
  return sessions.flatMap((session, index) => {
    if (BETWEEN_SPORTS.has(textField(session, 'sport') ?? '')) return []
    return measureSession(session, records[index] ?? [], device) ?? []
  })
}

/** The session a device did not get to write, as when its battery died: laps and pauses tell the timer's time. */
function sessionFromRecords(file: FitMessages): FitFields {
  const { spanMs } = recordTotals(file.records)
  const laps = file.laps.reduce((seconds, lap) => seconds + (positiveField(lap, 'total_timer_time') ?? 0), 0)
  const unpaused = Math.max(0, spanMs - pausedMs(file.events)) / 1_000
  return {
    sport: file.sports[0]?.sport ?? file.laps[0]?.sport,
    sub_sport: file.sports[0]?.sub_sport ?? file.laps[0]?.sub_sport,
    start_time: undefined,
    total_timer_time: Math.max(laps, unpaused),
    total_elapsed_time: spanMs / 1_000,
  }
}
