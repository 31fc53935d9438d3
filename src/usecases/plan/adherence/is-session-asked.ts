import type { Activity } from '#domain/activity/activity.ts'
import { addDays } from '#domain/calendar/local-day.ts'
import { isUnclear } from '#domain/plan/matching/is-unclear.ts'
import { DAYS_BY_HAND } from '#domain/plan/matching/match-sessions.ts'
import type { Instant } from '#kernel/instant.ts'
import type { Reading } from '#store/db.ts'
import { readAdherence } from '../read-adherence.ts'

/** Is its athlete to be asked which session a fresh activity was? Never of one that fits plainly, nor without a plan. */
export async function isSessionAsked(db: Reading, activity: Activity, now: Instant): Promise<boolean> {
  if (activity.source === 'strava') return false
  const { organizationId, athleteId, localOn } = activity
  const days = await readAdherence(db, {
    organizationId,
    accountIds: [athleteId],
    from: addDays(localOn, -DAYS_BY_HAND),
    to: addDays(localOn, DAYS_BY_HAND),
    now,
    sees: () => true,
  })
  return isUnclear(days.get(athleteId) ?? [], activity.id)
}
