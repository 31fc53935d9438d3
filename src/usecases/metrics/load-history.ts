import type { Visibility } from '#domain/activity/activity.ts'
import { addDays, localDayAt } from '#domain/calendar/local-day.ts'
import { formOfDays } from '#domain/metrics/form.ts'
import type { LoadHistory } from '#domain/metrics/load-history.ts'
import { mayShow } from '#domain/privacy/may-show.ts'
import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import { listAccounts } from '#store/account-store.ts'
import type { Reading } from '#store/db.ts'
import { findPrivacySwitches } from '#store/privacy-store.ts'
import { listGroupNamesOf } from '#store/read/roster-read.ts'
import { findClubMember } from '#store/role-store.ts'
import { relationOf } from '../roster/distance-trend.ts'
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
  const viewer = await findClubMember(db, organizationId, { accountId: viewerId })
  const athlete = await findClubMember(db, organizationId, { accountId: athleteId })
  const relation = viewer && (await relationOf(db, viewer, athleteId))
  const account = (await listAccounts(db, organizationId, [athleteId])).get(athleteId)
  if (!viewer || !athlete || !relation || !account) return null
  const groups = await listGroupNamesOf(db, organizationId, [athleteId])
  const shown = {
    status: athlete.status,
    hasAnswered: groups.length > 0,
    sharesWithGroup: groups.some(group => group.isShared),
    switches: await findPrivacySwitches(db, organizationId, athleteId),
  }
  const sees = (visibility: Visibility) =>
    mayShow(
      { kind: 'pace', visibility, source: 'owned', athlete: shown },
      { relation, isSuspended: viewer.status === 'suspended' },
      'private',
    )
  if (!sees('share')) return null
  const today = localDayAt(now, account.zone)
  const { loads } = await dailyLoads(db, { organizationId, athleteId }, today, now, sees)
  const days = formOfDays(loads).map((day, index) => ({
    ...day,
    on: addDays(today, index + 1 - loads.length),
    load: loads[index] ?? 0,
  }))
  return { name: relation === 'self' ? null : athlete.displayName, days: days.slice(-HISTORY_DAYS) }
}
