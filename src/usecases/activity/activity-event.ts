import type { Activity } from '#domain/activity/activity.ts'
import type { DomainEvent } from '#domain/event.ts'

/** The event of a change to an activity, which its athlete may read. */
export function activityEvent(
  type: 'activity.logged' | 'activity.edited' | 'activity.deleted',
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
    before,
    after,
  }
}
