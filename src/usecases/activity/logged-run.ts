import type { LoggedRun } from '#domain/activity/logged-runs.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { isSessionAsked } from '../plan/adherence/is-session-asked.ts'
import { postsOfActivity } from '../privacy/outdated-posts.ts'
import { activityEvent } from './activity-event.ts'
import type { Added } from './add-activity.ts'

/** A typed run that was added, and the events of it: its own, or of what it was added to. */
export async function loggedRun(
  unit: UnitOfWork,
  { activity, before, originId }: Added,
  startIsAssumed: boolean,
): Promise<Done<LoggedRun>> {
  const asksWhichSession = await isSessionAsked(unit.tx, activity, unit.now)
  if (!before) {
    const events = [activityEvent('activity.logged', null, activity)]
    return { value: { activity, startIsAssumed, merged: null, asksWhichSession }, events }
  }
  return {
    value: { activity, startIsAssumed: false, merged: { before, originId }, asksWhichSession },
    events: [
      activityEvent('activity.merged', before, activity),
      ...(await postsOfActivity(unit, before, activity)),
    ],
  }
}
