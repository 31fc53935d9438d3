import { type DayRange, instantsOf } from '#domain/calendar/day-range.ts'
import type { FeedRun } from '#domain/feed/feed-run.ts'
import { showInChannel } from '#domain/feed/show-run.ts'
import type { GroupId, OrganizationId } from '#kernel/ids.ts'
import type { Zone } from '#kernel/instant.ts'
import { listAccounts } from '#store/account-store.ts'
import type { Reading } from '#store/db.ts'
import { findSubscription } from '#store/feed-subscription-store.ts'
import { findGroup } from '#store/group-store.ts'
import { getOrganization } from '#store/organization-store.ts'
import { countSharing, listRunsWithin } from '#store/read/feed-rows.ts'

export type DigestRead = {
  groupName: string
  range: DayRange
  zone: Zone
  runs: FeedRun[]
  setByName: string
  sharing: number
  total: number
}

/** A group's week as a channel may know it now; null when its group is gone. */
export async function readDigest(
  db: Reading,
  organizationId: OrganizationId,
  post: { subscriptionId: string; groupId: string; range: DayRange; askedBy: string },
): Promise<DigestRead | null> {
  const group = await findGroup(db, organizationId, post.groupId as GroupId)
  const subscription = await findSubscription(db, organizationId, post.subscriptionId)
  if (!group || !subscription) return null
  const { zone } = await getOrganization(db, organizationId)
  const rows = await listRunsWithin(db, organizationId, [group.id], instantsOf(post.range, zone))
  const { filter } = subscription
  const wanted = rows.filter(row => filter === null || filter.includes(row.subType))
  const accounts = await listAccounts(db, organizationId, [post.askedBy])
  return {
    groupName: group.name,
    range: post.range,
    zone,
    runs: wanted.flatMap(row => showInChannel(row) ?? []),
    setByName: accounts.get(post.askedBy)?.displayName ?? 'somebody who left',
    ...(await countSharing(db, organizationId, [group.id])),
  }
}
