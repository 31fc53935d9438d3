import type { Activity, Measured } from '#domain/activity/activity.ts'
import type { ActivityRefusal } from '#domain/activity/activity-refusal.ts'
import { lookalikesOf } from '#domain/activity/decide-new-activity.ts'
import type { LoggedFile } from '#domain/activity/logged-runs.ts'
import { localDayAt } from '#domain/calendar/local-day.ts'
import { type AccessRefusal, requireAthlete } from '#domain/organization/policy.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { activityEvent } from './activity-event.ts'
import { addActivity } from './add-activity.ts'

export type LogFile = {
  source: 'fit' | 'gpx' | 'tcx'
  /** Of the file's bytes, in hex. */
  sha256: string
  /** At least one. */
  activities: readonly Measured[]
  /** What the athlete wrote beside the file. */
  note: string
}

/**
 * An athlete logs a decoded file: every activity in it that is possible and not there yet. When that is none, the first
 * one's reason is the refusal and nothing is written.
 */
export async function logFile(
  unit: UnitOfWork,
  { source, sha256, activities, note }: LogFile,
): Promise<Result<Done<LoggedFile>, AccessRefusal | ActivityRefusal>> {
  const athlete = requireAthlete(unit.actor)
  if (!athlete.ok) return athlete
  const { zone } = athlete.value
  const logged: Activity[] = []
  const skipped: LoggedFile['skipped'] = []
  const lookalikes = new Map<string, Activity>()
  for (const measured of activities) {
    const adding = {
      measured,
      source,
      localOn: localDayAt(measured.startedAt, zone),
      zone,
      name: '',
      note: activities.length === 1 ? note : '',
      fileSha256: sha256,
      startIsAssumed: false,
      isAgain: false,
    }
    const added = await addActivity(unit, athlete.value, adding, logged)
    if (!added.ok) {
      skipped.push({ measured, why: added.refusal })
      continue
    }
    const { activity, others } = added.value
    for (const other of lookalikesOf(activity, others)) lookalikes.set(other.id, other)
    logged.push(activity)
  }
  const [first] = skipped
  if (logged.length === 0 && first) return refuse(first.why)
  return ok({
    value: { logged, skipped, lookalikes: [...lookalikes.values()] },
    events: logged.map(activity => activityEvent('activity.logged', null, activity)),
  })
}
