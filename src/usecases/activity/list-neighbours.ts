import type { Activity } from '#domain/activity/activity.ts'
import { NEIGHBOURHOOD_MS } from '#domain/activity/activity-limits.ts'
import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import { listActivitiesStartedWithin } from '#store/activity-store.ts'
import type { Reading } from '#store/db.ts'

/** The athlete's activities that may be the same as one that starts then, or be of its day. */
export function listNeighbours(
  db: Reading,
  organizationId: OrganizationId,
  athleteId: AccountId,
  startedAt: Instant,
): Promise<Activity[]> {
  const span = { from: startedAt - NEIGHBOURHOOD_MS, to: startedAt + NEIGHBOURHOOD_MS }
  return listActivitiesStartedWithin(db, organizationId, athleteId, span)
}
