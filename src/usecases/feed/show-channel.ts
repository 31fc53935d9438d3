import { localDayAt, mondayOf } from '#domain/calendar/local-day.ts'
import { startOfDay } from '#domain/calendar/local-time-to-instant.ts'
import type { ChannelCard } from '#domain/feed/subscription-card.ts'
import { type AccessRefusal, isCoach, requireActiveMember } from '#domain/organization/policy.ts'
import { ok, type Result } from '#kernel/result.ts'
import { countPosts, findBudget } from '#store/channel-budget-store.ts'
import { getOrganization } from '#store/organization-store.ts'
import { listLiveSchedules } from '#store/schedule-store.ts'
import type { UnitOfReading } from '../ask.ts'
import { listVisibleGroups } from '../group/resolve-group.ts'
import { subscriptionCards } from './list-subscriptions.ts'

/** What goes into a channel by itself, and how much it takes. */
export async function showChannel(
  { db, actor, now }: UnitOfReading,
  { channelId }: { channelId: string },
): Promise<Result<ChannelCard, AccessRefusal>> {
  const member = requireActiveMember(actor)
  if (!member.ok) return member
  const { organizationId, roles } = member.value
  const feeds = await subscriptionCards(db, actor, organizationId, channelId)
  const { zone } = await getOrganization(db, organizationId)
  const today = localDayAt(now, zone)
  const groups = new Map((await listVisibleGroups(db, actor)).map(group => [group.id, group.name]))
  const schedules = (await listLiveSchedules(db, organizationId)).filter(
    schedule => schedule.channelId === channelId && groups.has(schedule.groupId),
  )
  const count = (kind: string, since: number, isScheduled = false) =>
    countPosts(db, organizationId, channelId, { kind, since: since as typeof now, isScheduled })
  return ok({
    channelId,
    budget: await findBudget(db, organizationId, channelId),
    feeds,
    boards: schedules.map(schedule => groups.get(schedule.groupId) ?? ''),
    used: {
      boardsAWeek: await count('leaderboard', startOfDay(mondayOf(today), zone), true),
      runsADay: await count('feed-run', startOfDay(today, zone)),
    },
    mayChange: isCoach(actor) && roles.has('head-coach'),
  })
}
