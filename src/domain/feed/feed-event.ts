import type { EventOf } from '#domain/event.ts'
import type { ChannelBudget } from './channel-budget.ts'
import type { FeedSubscription } from './subscription.ts'

export type DigestData = {
  subscriptionId: string
  groupId: string
  channelId: string
  /** Local days, both included, of the club's zone. */
  from: string
  to: string
  askedBy: string
}
export type KudosData = { activityId: string; athleteId: string; startedAt: number }
/** The words stay out of the audit. */
export type CommentData = { commentId: string; activityId: string; isFromThread: boolean }
export type ComparisonPostData = {
  postId: string
  channelId: string
  from: string
  to: string
  zone: string
  askedBy: string
}
export type BudgetData = ChannelBudget & { channelId: string }

/** What happened about runs in channels, and what people said to runs. */
export type FeedEvent =
  | EventOf<'feed.subscribed' | 'feed.ended' | 'feed.paused', FeedSubscription>
  | EventOf<'feed.digest-due', DigestData>
  | EventOf<'channel.budget-changed', BudgetData>
  | EventOf<'kudos.given' | 'kudos.withdrawn', KudosData>
  | EventOf<'activity.commented', CommentData>
  | EventOf<'comparison.requested', ComparisonPostData>
