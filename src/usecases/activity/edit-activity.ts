import type { Activity } from '#domain/activity/activity.ts'
import type { ActivityRefusal } from '#domain/activity/activity-refusal.ts'
import {
  type ActivityChange,
  decideActivityChange,
  isChanged,
} from '#domain/activity/decide-activity-change.ts'
import { localDayAt, localTimeAt } from '#domain/calendar/local-day.ts'
import { localTimeToInstant } from '#domain/calendar/local-time-to-instant.ts'
import { type AccessRefusal, requireAthlete } from '#domain/organization/policy.ts'
import type { Instant, LocalDay, LocalTime } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { findActivity, updateActivity } from '#store/activity-store.ts'
import { listSeparatedFrom } from '#store/origin-store.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { postsOfActivity } from '../privacy/outdated-posts.ts'
import { activityEvent } from './activity-event.ts'
import { listNeighbours } from './list-neighbours.ts'

/** Only the fields given change; what a device measured to the millisecond stays so when it was not touched. */
export type EditActivity = {
  activityId: string
  change: Omit<ActivityChange, 'startedAt' | 'localOn'> & {
    /** On the wall clock of the activity's own zone; with null the time of day stays. */
    start?: { on: LocalDay; at: LocalTime | null }
  }
}

/** An athlete corrects an activity of their own. Changing nothing leaves no trace. */
export async function editActivity(
  unit: UnitOfWork,
  { activityId, change: { start, ...change } }: EditActivity,
): Promise<Result<Done<Activity>, AccessRefusal | ActivityRefusal>> {
  const { tx, actor, now } = unit
  const athlete = requireAthlete(actor)
  if (!athlete.ok) return athlete
  const { organizationId, accountId } = athlete.value
  const before = await findActivity(tx, organizationId, activityId)
  if (before?.athleteId !== accountId) return refuse({ code: 'activity-gone' })
  if (before.source === 'strava') return refuse({ code: 'activity-from-strava' })
  const startedAt = start ? startOf(start, before) : before.startedAt
  if (start && start.on > localDayAt(now, before.zone)) return refuse({ code: 'day-in-future', on: start.on })
  const decided = decideActivityChange({
    activity: before,
    change: start ? { ...change, startedAt, localOn: localDayAt(startedAt, before.zone) } : change,
    now,
    others: await listNeighbours(tx, organizationId, accountId, startedAt),
    separated: await listSeparatedFrom(tx, organizationId, before.id),
  })
  if (!decided.ok) return decided
  const after = decided.value
  if (!isChanged(before, after)) return ok({ value: before, events: [] })
  await updateActivity(tx, after)
  return ok({
    value: after,
    events: [
      activityEvent('activity.edited', before, after),
      ...(await postsOfActivity(unit, before, after)),
    ],
  })
}

function startOf({ on, at }: { on: LocalDay; at: LocalTime | null }, { startedAt, zone }: Activity): Instant {
  return localTimeToInstant(on, at ?? localTimeAt(startedAt, zone), zone)
}
