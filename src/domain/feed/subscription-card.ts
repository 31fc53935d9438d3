import type { ChannelBudget } from './channel-budget.ts'
import type { FeedSubscription } from './subscription.ts'

/** A subscription for whoever may change it. */
export type SubscriptionCard = {
  subscription: FeedSubscription
  groupName: string
  setByName: string
  budget: ChannelBudget
}

/** What a channel takes and what goes into it. */
export type ChannelCard = {
  channelId: string
  budget: ChannelBudget
  feeds: readonly SubscriptionCard[]
  /** Weekly boards, by group. */
  boards: readonly string[]
  /** Of the budget, how much is used: boards since Monday, run messages since midnight. */
  used: ChannelBudget
  mayChange: boolean
}
