import type { FeedRefusal } from '#domain/feed/feed-refusal.ts'
import type { FeedSubscription } from '#domain/feed/subscription.ts'
import type { GroupRefusal } from '#domain/group/group.ts'
import type { AccessRefusal } from '#domain/organization/policy.ts'
import type { BoardRefusal } from '#domain/ranking/board.ts'
import type { GroupId } from '#kernel/ids.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { findLiveSubscription, updateSubscription } from '#store/feed-subscription-store.ts'
import type { WhichGroup } from '../group/resolve-group.ts'
import { requireGroupToPost } from '../leaderboard/group-to-post.ts'
import type { Done, UnitOfWork } from '../perform.ts'

export type SubscriptionEnded = { subscription: FeedSubscription; groupName: string }

/** A group's runs do not go into the channel any more; what stands there stays. */
export async function endSubscription(
  { tx, actor, now }: UnitOfWork,
  input: WhichGroup & { channelId: string },
): Promise<Result<Done<SubscriptionEnded>, AccessRefusal | GroupRefusal | BoardRefusal | FeedRefusal>> {
  const found = await requireGroupToPost(tx, actor, input)
  if (!found.ok) return found
  const { group } = found.value
  const { organizationId } = group
  const before = await findLiveSubscription(tx, organizationId, group.id as GroupId, input.channelId)
  if (!before) return refuse({ code: 'subscription-unknown' })
  const after: FeedSubscription = { ...before, state: 'ended', updatedAt: now }
  await updateSubscription(tx, after)
  return ok({
    value: { subscription: after, groupName: group.name },
    events: [
      {
        type: 'feed.ended',
        organizationId,
        target: { kind: 'group', id: group.id },
        subjectId: null,
        isVisibleToSubject: false,
        before,
        after,
      },
    ],
  })
}
