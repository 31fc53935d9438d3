import { localDayAt } from '#domain/calendar/local-day.ts'
import { startOfDay } from '#domain/calendar/local-time-to-instant.ts'
import { type DistanceTrend, distanceByWeek, firstMondayOf } from '#domain/roster/distance-trend.ts'
import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import { DAY_MS, type Instant } from '#kernel/instant.ts'
import { listActivitiesStartedWithin } from '#store/activity-store.ts'
import { findAthleteProfile } from '#store/athlete-profile-store.ts'
import type { Reading } from '#store/db.ts'
import { athleteAsSeen } from './athlete-as-seen.ts'

/**
 * Twelve weeks of an athlete as the viewer may see them now; every run goes through `mayShow`. Null where the viewer
 * may see nothing of them any more.
 */
export async function distanceTrend(
  db: Reading,
  organizationId: OrganizationId,
  { athleteId, viewerId }: { athleteId: AccountId; viewerId: AccountId },
  now: Instant,
): Promise<DistanceTrend | null> {
  const seen = await athleteAsSeen(db, organizationId, { athleteId, viewerId }, 'activity')
  if (!seen) return null
  const firstMonday = firstMondayOf(localDayAt(now, seen.zone))
  const from = startOfDay(firstMonday, seen.zone) - DAY_MS
  const all = await listActivitiesStartedWithin(db, organizationId, athleteId, { from, to: now + DAY_MS })
  return {
    name: seen.name,
    weeks: distanceByWeek(
      all.filter(activity => seen.sees(activity.visibility)),
      firstMonday,
    ),
    units: (await findAthleteProfile(db, organizationId, viewerId))?.units ?? 'km',
  }
}
