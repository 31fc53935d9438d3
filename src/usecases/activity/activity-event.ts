import type { Activity } from '#domain/activity/activity.ts'
import { localDayAt } from '#domain/calendar/local-day.ts'
import type { DomainEvent } from '#domain/event.ts'

/** The event of a change to an activity, which its athlete may read. */
export function activityEvent(
  type: 'activity.logged' | 'activity.edited' | 'activity.deleted' | 'activity.merged' | 'activity.unmerged',
  before: Activity | null,
  after: Activity | null,
): DomainEvent {
  const activity = after ?? before
  if (!activity) throw new TypeError('an event about no activity')
  return {
    type,
    organizationId: activity.organizationId,
    target: { kind: 'activity', id: activity.id },
    subjectId: activity.athleteId,
    isVisibleToSubject: true,
    before: before && forTheBooks(before),
    after: after && forTheBooks(after),
  }
}

/** The audit is kept for good and read by others: of what came from Strava's API it holds only that it was there. */
function forTheBooks(activity: Activity): Activity {
  if (activity.source !== 'strava') return activity
  return {
    ...activity,
    name: 'an activity from Strava',
    subType: 'other',
    startedAt: activity.createdAt,
    localOn: localDayAt(activity.createdAt, activity.zone),
    distanceCm: null,
    durationMs: 0,
    elapsedMs: 0,
    climbCm: null,
    averageHeartRate: null,
    maxHeartRate: null,
    device: null,
    note: '',
  }
}
