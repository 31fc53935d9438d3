import type { Activity } from '#domain/activity/activity.ts'
import { localDayAt } from '#domain/calendar/local-day.ts'
import { startOfDay } from '#domain/calendar/local-time-to-instant.ts'
import { mayShow, type Relation } from '#domain/privacy/may-show.ts'
import { type DistanceTrend, distanceByWeek, firstMondayOf } from '#domain/roster/distance-trend.ts'
import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import { DAY_MS, type Instant } from '#kernel/instant.ts'
import { listAccounts } from '#store/account-store.ts'
import { listActivitiesStartedWithin } from '#store/activity-store.ts'
import { findAthleteProfile } from '#store/athlete-profile-store.ts'
import { isAssigned } from '#store/coach-store.ts'
import type { Reading } from '#store/db.ts'
import { findPrivacySwitches } from '#store/privacy-store.ts'
import { listGroupNamesOf } from '#store/read/roster-read.ts'
import { type ClubMember, findClubMember } from '#store/role-store.ts'

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
  const sees = (visibility: Activity['visibility']) =>
    mayShow(
      { kind: 'activity', visibility, source: 'owned', athlete: shown },
      { relation, isSuspended: viewer.status === 'suspended' },
      'private',
    )
  if (!sees('share')) return null
  const firstMonday = firstMondayOf(localDayAt(now, account.zone))
  const from = startOfDay(firstMonday, account.zone) - DAY_MS
  const all = await listActivitiesStartedWithin(db, organizationId, athleteId, { from, to: now + DAY_MS })
  return {
    name: relation === 'self' ? null : athlete.displayName,
    weeks: distanceByWeek(
      all.filter(activity => sees(activity.visibility)),
      firstMonday,
    ),
    units: (await findAthleteProfile(db, organizationId, viewerId))?.units ?? 'km',
  }
}

/** What the viewer is to the athlete; null for whoever is neither themselves nor a coach. */
export async function relationOf(
  db: Reading,
  viewer: ClubMember,
  athleteId: AccountId,
): Promise<Relation | null> {
  if (viewer.accountId === athleteId) return 'self'
  if (viewer.roles.has('head-coach')) return 'coach'
  if (!viewer.roles.has('assistant-coach')) return null
  const isMine = await isAssigned(db, viewer.organizationId, viewer.accountId, athleteId)
  return isMine ? 'coach' : 'other-coach'
}
