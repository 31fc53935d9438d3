import type { Activity, Measured } from '#domain/activity/activity.ts'
import type { ActivityRefusal } from '#domain/activity/activity-refusal.ts'
import type { LoggedFile } from '#domain/activity/logged-runs.ts'
import { localDayAt } from '#domain/calendar/local-day.ts'
import type { DomainEvent } from '#domain/event.ts'
import { type AccessRefusal, requireAthlete } from '#domain/organization/policy.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { insertActivityFile, type KeptFile } from '#store/activity-file-store.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { postsOfActivity } from '../privacy/outdated-posts.ts'
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
  /** The file itself, to be kept for its athlete; null to keep none. */
  file?: KeptFile | null
}

/**
 * An athlete logs a decoded file: every activity in it that is possible and not there yet from this file; one that is
 * there from elsewhere gets one more origin. When none is left, the first one's reason is the refusal and nothing is
 * written.
 */
export async function logFile(
  unit: UnitOfWork,
  { source, sha256, activities, note, file }: LogFile,
): Promise<Result<Done<LoggedFile>, AccessRefusal | ActivityRefusal>> {
  const athlete = requireAthlete(unit.actor)
  if (!athlete.ok) return athlete
  const { organizationId, accountId, zone } = athlete.value
  const logged: Activity[] = []
  const merged: LoggedFile['merged'] = []
  const skipped: LoggedFile['skipped'] = []
  const posts: DomainEvent[] = []
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
    const siblings = [...logged, ...merged.map(({ activity }) => activity)]
    const added = await addActivity(unit, athlete.value, adding, siblings)
    if (!added.ok) {
      skipped.push({ measured, why: added.refusal })
      continue
    }
    const { activity, before, originId } = added.value
    if (before) {
      merged.push({ activity, before, originId })
      posts.push(...(await postsOfActivity(unit, before, activity)))
    } else logged.push(activity)
  }
  const [first] = skipped
  if (logged.length + merged.length === 0 && first) return refuse(first.why)
  if (file) await insertActivityFile(unit.tx, { organizationId, athleteId: accountId }, file, unit.now)
  return ok({
    value: { logged, merged, skipped },
    events: [
      ...logged.map(activity => activityEvent('activity.logged', null, activity)),
      ...merged.map(({ before, activity }) => activityEvent('activity.merged', before, activity)),
      ...posts,
    ],
  })
}
