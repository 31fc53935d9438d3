import { RUN_SUB_TYPES } from '#domain/activity/sub-type.ts'
import { type ChannelBudget, DEFAULT_BUDGET } from '#domain/feed/channel-budget.ts'
import { filterFromWords } from '#domain/feed/feed-filter.ts'
import type { FeedRefusal } from '#domain/feed/feed-refusal.ts'
import type { FeedMode, FeedSubscription } from '#domain/feed/subscription.ts'
import type { GroupRefusal } from '#domain/group/group.ts'
import type { AccessRefusal } from '#domain/organization/policy.ts'
import type { BoardRefusal } from '#domain/ranking/board.ts'
import { ok, type Result } from '#kernel/result.ts'
import { findBudget } from '#store/channel-budget-store.ts'
import {
  findLiveSubscription,
  insertSubscription,
  updateSubscription,
} from '#store/feed-subscription-store.ts'
import type { WhichGroup } from '../group/resolve-group.ts'
import { requireGroupToPost } from '../leaderboard/group-to-post.ts'
import type { Done, UnitOfWork } from '../perform.ts'

export type SetSubscription = WhichGroup & {
  channelId: string
  mode: FeedMode
  /** Sub-types in words; none for every run. */
  subTypes: readonly string[]
}
export type SubscriptionSet = {
  subscription: FeedSubscription
  groupName: string
  isChange: boolean
  budget: ChannelBudget
}

/**
 * Lets a group's runs go into a channel. What was there before ends and another begins, so that messages of earlier days
 * keep what they showed.
 */
export async function setSubscription(
  { tx, actor, now, newId }: UnitOfWork,
  input: SetSubscription,
): Promise<Result<Done<SubscriptionSet>, AccessRefusal | GroupRefusal | BoardRefusal | FeedRefusal>> {
  const found = await requireGroupToPost(tx, actor, input)
  if (!found.ok) return found
  const { group, poster } = found.value
  const { organizationId } = group
  const filter = filterFromWords(input.subTypes)
  if (!filter.ok) return filter
  const before = await findLiveSubscription(tx, organizationId, group.id, input.channelId)
  if (before) await updateSubscription(tx, { ...before, state: 'ended', updatedAt: now })
  const subscription: FeedSubscription = {
    id: newId<string>(),
    organizationId,
    groupId: group.id,
    channelId: input.channelId,
    mode: input.mode,
    filter: input.subTypes.length === 0 ? RUN_SUB_TYPES : filter.value,
    state: 'active',
    pauseReason: null,
    setBy: poster.accountId,
    activeFrom: now,
    lastDigestOn: before?.lastDigestOn ?? null,
    createdAt: now,
    updatedAt: now,
  }
  await insertSubscription(tx, subscription)
  return ok({
    value: {
      subscription,
      groupName: group.name,
      isChange: before !== undefined,
      budget: (await findBudget(tx, organizationId, input.channelId)) ?? DEFAULT_BUDGET,
    },
    events: [
      {
        type: 'feed.subscribed',
        organizationId,
        target: { kind: 'group', id: group.id },
        subjectId: null,
        isVisibleToSubject: false,
        before: before ?? null,
        after: subscription,
      },
    ],
  })
}
