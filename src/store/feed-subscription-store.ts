import type { SubType } from '#domain/activity/sub-type.ts'
import type { FeedFilter, FeedMode, FeedSubscription } from '#domain/feed/subscription.ts'
import type { AccountId, GroupId, OrganizationId } from '#kernel/ids.ts'
import type { Instant, LocalDay } from '#kernel/instant.ts'
import type { Reading, Tx } from './db.ts'
import type { FeedSubscriptionsTable } from './schema-feed.ts'

export async function insertSubscription(tx: Tx, subscription: FeedSubscription): Promise<void> {
  await tx.insertInto('feed_subscriptions').values(rowOf(subscription)).execute()
}

export async function updateSubscription(tx: Tx, subscription: FeedSubscription): Promise<void> {
  await tx
    .updateTable('feed_subscriptions')
    .set(rowOf(subscription))
    .where('organization_id', '=', subscription.organizationId)
    .where('id', '=', subscription.id)
    .execute()
}

export async function findSubscription(
  db: Reading,
  organizationId: OrganizationId,
  id: string,
): Promise<FeedSubscription | undefined> {
  const row = await subscriptions(db, organizationId).where('id', '=', id).executeTakeFirst()
  return row && subscriptionOf(row)
}

/** The group's subscription in the channel that has not ended. */
export async function findLiveSubscription(
  db: Reading,
  organizationId: OrganizationId,
  groupId: GroupId,
  channelId: string,
): Promise<FeedSubscription | undefined> {
  const row = await subscriptions(db, organizationId)
    .where('group_id', '=', groupId)
    .where('channel_id', '=', channelId)
    .where('state', '<>', 'ended')
    .executeTakeFirst()
  return row && subscriptionOf(row)
}

/** Those that have not ended, of live groups; of one channel, or of some groups, where that is given. */
export async function listLiveSubscriptions(
  db: Reading,
  organizationId: OrganizationId,
  of: { channelId?: string; groupIds?: readonly string[] } = {},
): Promise<FeedSubscription[]> {
  let query = subscriptions(db, organizationId)
    .where('state', '<>', 'ended')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('groups as g')
          .select('g.id')
          .whereRef('g.id', '=', 'feed_subscriptions.group_id')
          .where('g.deleted_at', 'is', null),
      ),
    )
    .orderBy('id')
  if (of.channelId !== undefined) query = query.where('channel_id', '=', of.channelId)
  if (of.groupIds !== undefined) {
    if (of.groupIds.length === 0) return []
    query = query.where('group_id', 'in', of.groupIds)
  }
  return (await query.execute()).map(subscriptionOf)
}

/** What is subscribed to, or was until after an instant, of live and past groups, oldest first. */
export async function listSubscriptionsSince(
  db: Reading,
  organizationId: OrganizationId,
  since: Instant,
  of: { channelId?: string; groupIds?: readonly string[] },
): Promise<FeedSubscription[]> {
  if (of.groupIds?.length === 0) return []
  let query = subscriptions(db, organizationId)
    .where(({ or, eb }) => or([eb('state', '<>', 'ended'), eb('updated_at', '>', since)]))
    .orderBy('id')
  if (of.channelId !== undefined) query = query.where('channel_id', '=', of.channelId)
  if (of.groupIds !== undefined) query = query.where('group_id', 'in', of.groupIds)
  return (await query.execute()).map(subscriptionOf)
}

/** Every club's weekly digests. */
export async function listWeeklySubscriptions(db: Reading): Promise<FeedSubscription[]> {
  const rows = await db
    .selectFrom('feed_subscriptions as s')
    .innerJoin('groups as g', join => join.onRef('g.id', '=', 's.group_id').on('g.deleted_at', 'is', null))
    .where('s.mode', '=', 'weekly')
    .where('s.state', '=', 'active')
    .orderBy('s.id')
    .selectAll('s')
    .execute()
  return rows.map(subscriptionOf)
}

function subscriptions(db: Reading, organizationId: OrganizationId) {
  return db.selectFrom('feed_subscriptions').selectAll().where('organization_id', '=', organizationId)
}

function rowOf(subscription: FeedSubscription): FeedSubscriptionsTable {
  return {
    id: subscription.id,
    organization_id: subscription.organizationId,
    group_id: subscription.groupId,
    channel_id: subscription.channelId,
    mode: subscription.mode,
    sub_types: subscription.filter === null ? 'all' : subscription.filter.join(','),
    state: subscription.state,
    pause_reason: subscription.pauseReason,
    set_by: subscription.setBy,
    active_from: subscription.activeFrom,
    last_digest_on: subscription.lastDigestOn,
    created_at: subscription.createdAt,
    updated_at: subscription.updatedAt,
  }
}

function subscriptionOf(row: FeedSubscriptionsTable): FeedSubscription {
  return {
    id: row.id,
    organizationId: row.organization_id as OrganizationId,
    groupId: row.group_id as GroupId,
    channelId: row.channel_id,
    mode: row.mode as FeedMode,
    filter: filterOf(row.sub_types),
    state: row.state as FeedSubscription['state'],
    pauseReason: row.pause_reason,
    setBy: row.set_by as AccountId,
    activeFrom: row.active_from as Instant,
    lastDigestOn: row.last_digest_on as LocalDay | null,
    createdAt: row.created_at as Instant,
    updatedAt: row.updated_at as Instant,
  }
}

function filterOf(text: string): FeedFilter {
  return text === 'all' ? null : (text.split(',') as SubType[])
}
