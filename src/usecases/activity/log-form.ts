import type { Visibility } from '#domain/activity/activity.ts'
import type { ActivityRefusal } from '#domain/activity/activity-refusal.ts'
import { assumedStart } from '#domain/activity/assumed-start.ts'
import type { LoggedRun } from '#domain/activity/logged-runs.ts'
import type { SubType } from '#domain/activity/sub-type.ts'
import { localDayAt } from '#domain/calendar/local-day.ts'
import { localTimeToInstant } from '#domain/calendar/local-time-to-instant.ts'
import { type AccessRefusal, requireAthlete } from '#domain/organization/policy.ts'
import type { LocalDay, LocalTime } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { addActivity } from './add-activity.ts'
import { loggedRun } from './logged-run.ts'

export type LogForm = {
  /** Empty for the default. */
  name: string
  distanceCm: number | null
  durationMs: number
  subType: SubType
  on: LocalDay
  /** Null when it was left open. */
  at: LocalTime | null
  note: string
  visibility?: Visibility
  /** 1 to 10; null when they did not say. */
  perceivedEffort?: number | null
  /** It is another run than the one it looks like. */
  isAgain: boolean
}

/** An athlete logs what they filled in; day and time are those of their own zone. */
export async function logForm(
  unit: UnitOfWork,
  form: LogForm,
): Promise<Result<Done<LoggedRun>, AccessRefusal | ActivityRefusal>> {
  const { name, distanceCm, durationMs, subType, on, at, note, visibility, isAgain } = form
  const athlete = requireAthlete(unit.actor)
  if (!athlete.ok) return athlete
  const { zone } = athlete.value
  if (on > localDayAt(unit.now, zone)) return refuse({ code: 'day-in-future', on })
  const startedAt = at
    ? localTimeToInstant(on, at, zone)
    : assumedStart(on, durationMs, { now: unit.now, zone })
  const added = await addActivity(unit, athlete.value, {
    measured: {
      subType,
      startedAt,
      distanceCm,
      durationMs,
      elapsedMs: durationMs,
      climbCm: null,
      averageHeartRate: null,
      maxHeartRate: null,
      device: null,
    },
    source: 'form',
    localOn: localDayAt(startedAt, zone),
    zone,
    name,
    note,
    ...(visibility ? { visibility } : {}),
    perceivedEffort: form.perceivedEffort ?? null,
    fileSha256: null,
    startIsAssumed: at === null,
    isAgain,
  })
  if (!added.ok) return added
  return ok(await loggedRun(unit, added.value, at === null))
}
