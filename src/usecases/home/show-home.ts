import { localDayAt, mondayOf } from '#domain/calendar/local-day.ts'
import { startOfDay } from '#domain/calendar/local-time-to-instant.ts'
import { nextOccurrence } from '#domain/calendar/weekly-occurrence.ts'
import type { Member } from '#domain/organization/actor.ts'
import type { ClubAtAGlance, HomeCard, OwnWeek } from '#domain/organization/home-card.ts'
import { isCoach } from '#domain/organization/policy.ts'
import type { DayCard } from '#domain/plan/living/day-card.ts'
import { DAY_MS, type Instant, instant } from '#kernel/instant.ts'
import { ok, type Result } from '#kernel/result.ts'
import { listAccounts } from '#store/account-store.ts'
import type { Reading } from '#store/db.ts'
import { countGroupMembers } from '#store/group-membership-store.ts'
import { listOpenJoinRequests } from '#store/group-request-store.ts'
import { listGroups } from '#store/group-store.ts'
import { countAthletes } from '#store/membership-store.ts'
import { findHeadCoach, getOrganization, type Organization } from '#store/organization-store.ts'
import { findPrivacySwitches } from '#store/privacy-store.ts'
import { countActiveSince, listOwnRunsSince, listOwnSharing } from '#store/read/home-read.ts'
import { listPendingOfAllKinds } from '#store/read/invitation-read.ts'
import { listLiveSchedules } from '#store/schedule-store.ts'
import type { UnitOfReading } from '../ask.ts'
import { planReader } from '../plan/living/plan-reader.ts'
import { dayCard } from '../plan/living/show-day.ts'
import { attentionOf } from '../signal/list-attention.ts'
import { ownInsights } from '../signal/own-insights.ts'
import { qualityOf } from '../signal/quality-of.ts'

/** More invitations than this are not counted one by one. */
const PENDING_MOST = 500

/** What the Home tab shows to whoever opens it. */
export async function showHome(
  { db, actor, now }: UnitOfReading,
  _input: Record<string, never>,
): Promise<Result<HomeCard, never>> {
  const organization = actor.organizationId ? await getOrganization(db, actor.organizationId) : null
  if (actor.kind !== 'member' || !organization) {
    return ok({
      kind: 'stranger',
      clubName: organization?.name ?? null,
      headCoachName: organization ? await headCoachName(db, organization) : null,
    })
  }
  const isSuspended = actor.status === 'suspended'
  const isRunning = actor.roles.has('athlete') && !isSuspended
  return ok({
    kind: 'member',
    clubName: organization.name,
    isDemo: organization.isDemo,
    displayName: actor.displayName,
    roles: actor.roles,
    isSuspended,
    club: isCoach(actor) && !isSuspended ? await clubAtAGlance(db, organization, now) : null,
    week: actor.roles.has('athlete') ? await ownWeek(db, actor, now) : null,
    today: isRunning ? await ownDay(db, actor, now) : null,
    attention: isCoach(actor) && !isSuspended ? await attentionOf(db, actor, now) : null,
    insights: isRunning ? await ownInsights(db, actor, now) : [],
    quality: isRunning ? await qualityOf(db, actor.organizationId, actor.accountId, now) : null,
    privacy: actor.roles.has('athlete')
      ? await findPrivacySwitches(db, actor.organizationId, actor.accountId)
      : null,
  })
}

async function ownDay(db: Reading, athlete: Member, now: Instant): Promise<DayCard | null> {
  const reader = await planReader(db, athlete, null)
  return reader.ok ? dayCard(db, reader.value, athlete.accountId, null, now) : null
}

async function clubAtAGlance(db: Reading, organization: Organization, now: Instant): Promise<ClubAtAGlance> {
  const { id, zone } = organization
  const groups = await listGroups(db, id)
  const names = new Map(groups.map(group => [group.id as string, group.name]))
  const counts = await countGroupMembers(db, id)
  const pending = await listPendingOfAllKinds(db, id, { limit: PENDING_MOST, offset: 0 }, now)
  const schedules = (await listLiveSchedules(db, id)).filter(schedule => names.has(schedule.groupId))
  return {
    zone,
    ...(await countAthletes(db, id)),
    activeThisWeek: await countActiveSince(db, id, instant(now - 7 * DAY_MS)),
    groups: groups.map(group => ({ group, members: counts.get(group.id) ?? 0 })),
    openRequests: (await listOpenJoinRequests(db, id, { ownerId: null, limit: PENDING_MOST })).length,
    pending: pending.map(({ name, groupName, sentAt }) => ({ name, groupName, sentAt })),
    nextPosts: schedules.map(schedule => ({
      groupName: names.get(schedule.groupId) ?? '',
      channelId: schedule.channelId,
      dueAt: schedule.state === 'active' ? nextOccurrence(schedule, now).dueAt : null,
      state: schedule.state === 'active' ? 'active' : 'paused',
    })),
  }
}

async function ownWeek(db: Reading, athlete: Member, now: Instant): Promise<OwnWeek> {
  const today = localDayAt(now, athlete.zone)
  const from = mondayOf(today)
  // A run's day is that of the zone it was run in, which may be a day ahead of or behind the present one.
  const since = instant(startOfDay(from, athlete.zone) - DAY_MS)
  const runs = await listOwnRunsSince(db, athlete.organizationId, athlete.accountId, { since, from })
  const sharing = await listOwnSharing(db, athlete.organizationId, athlete.accountId)
  const groups = (await listGroups(db, athlete.organizationId)).filter(group => sharing.has(group.id))
  return {
    today,
    from,
    zone: athlete.zone,
    runs,
    distanceCm: runs.reduce((sum, run) => sum + (run.distanceCm ?? 0), 0),
    durationMs: runs.reduce((sum, run) => sum + run.durationMs, 0),
    groups: groups.map(group => ({ group, isShared: sharing.get(group.id) ?? false })),
  }
}

async function headCoachName(db: Reading, organization: Organization): Promise<string | null> {
  const coach = await findHeadCoach(db, organization.id)
  if (!coach) return null
  return (
    (await listAccounts(db, organization.id, [coach.accountId])).get(coach.accountId)?.displayName ?? null
  )
}
