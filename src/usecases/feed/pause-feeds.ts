import type { DomainEvent } from '#domain/event.ts'
import type { FeedSubscription } from '#domain/feed/subscription.ts'
import type { OrganizationId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import type { Tx } from '#store/db.ts'
import { listLiveSubscriptions, updateSubscription } from '#store/feed-subscription-store.ts'

/** A channel takes nothing any more: what goes into it rests until somebody subscribes again. */
export async function pauseFeeds(
  tx: Tx,
  organizationId: OrganizationId,
  channelId: string,
  { reason, now }: { reason: string; now: Instant },
): Promise<DomainEvent[]> {
  const events: DomainEvent[] = []
  for (const before of await listLiveSubscriptions(tx, organizationId, { channelId })) {
    if (before.state !== 'active') continue
    const after: FeedSubscription = { ...before, state: 'paused', pauseReason: reason, updatedAt: now }
    await updateSubscription(tx, after)
    events.push({
      type: 'feed.paused',
      organizationId,
      target: { kind: 'group', id: before.groupId },
      subjectId: null,
      isVisibleToSubject: false,
      before,
      after,
    })
  }
  return events
}
