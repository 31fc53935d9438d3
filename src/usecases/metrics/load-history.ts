import { addDays, localDayAt } from '#domain/calendar/local-day.ts'
import { formOfDays } from '#domain/metrics/form.ts'
import type { LoadHistory } from '#domain/metrics/load-history.ts'
import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import type { Reading } from '#store/db.ts'
import { athleteAsSeen } from '../roster/athlete-as-seen.ts'
import { dailyLoads } from './daily-loads.ts'

/** What a picture shows. */
export const HISTORY_DAYS = 90

/**
 * Ninety days of somebody's training as the viewer may see it now; load is made of pace, so the gate is asked for that.
 * Null where the viewer may see nothing of it any more.
 */
export async function loadHistory(
  db: Reading,
  organizationId: OrganizationId,
  { athleteId, viewerId }: { athleteId: AccountId; viewerId: AccountId },
  now: Instant,
): Promise<LoadHistory | null> {
  const seen = await athleteAsSeen(db, organizationId, { athleteId, viewerId }, 'pace')
  if (!seen) return null
  const today = localDayAt(now, seen.zone)
  const { loads } = await dailyLoads(db, { organizationId, athleteId }, today, now, seen.sees)
  const days = formOfDays(loads).map((day, index) => ({
    ...day,
    on: addDays(today, index + 1 - loads.length),
    load: loads[index] ?? 0,
  }))
  return { name: seen.name, days: days.slice(-HISTORY_DAYS) }
}
