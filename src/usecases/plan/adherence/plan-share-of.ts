import type { Visibility } from '#domain/activity/activity.ts'
import { addDays } from '#domain/calendar/local-day.ts'
import { shareOfPlan } from '#domain/plan/matching/share-of-plan.ts'
import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import type { Instant, LocalDay } from '#kernel/instant.ts'
import type { Reading } from '#store/db.ts'
import { readAdherence } from '../read-adherence.ts'

const DAYS = 28

/** Of what was due in an athlete's last four weeks, today included, as far as whoever looks may see it. */
export async function planShareOf(
  db: Reading,
  athlete: { organizationId: OrganizationId; accountId: AccountId; today: LocalDay; now: Instant },
  sees: (visibility: Visibility) => boolean,
): Promise<number | null> {
  // Who shows nothing is not said to have done nothing.
  if (!sees('share')) return null
  const { organizationId, accountId, today, now } = athlete
  const days = await readAdherence(db, {
    organizationId,
    accountIds: [accountId],
    from: addDays(today, 1 - DAYS),
    to: today,
    now,
    sees: (_, visibility) => sees(visibility),
  })
  return shareOfPlan(days.get(accountId) ?? [])
}
