import type { OrganizationId } from '#kernel/ids.ts'
import type { LocalDay } from '#kernel/instant.ts'

/** Under which key each message about runs is queued: there is one of each. */
export const feedKeys = {
  card: (organizationId: OrganizationId, channelId: string, day: LocalDay) =>
    `feed-card:${organizationId}:${channelId}:${day}`,
  details: (organizationId: OrganizationId, channelId: string, day: LocalDay) =>
    `feed-details:${organizationId}:${channelId}:${day}`,
  run: (organizationId: OrganizationId, channelId: string, activityId: string) =>
    `feed-run:${organizationId}:${channelId}:${activityId}`,
  digest: (subscriptionId: string, monday: string) => `feed-digest:${subscriptionId}:${monday}`,
}
