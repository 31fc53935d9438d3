import type { FeedEvent } from '#domain/feed/feed-event.ts'
import type { FeedSubscription } from '#domain/feed/subscription.ts'
import { MODE_PHRASES } from './feed-words.ts'
import { type Mrkdwn, mentionChannel, mrkdwn } from './mrkdwn.ts'

/** What was done about runs in channels, as a line of the audit. */
export function feedDeedInWords(
  event: Pick<FeedEvent, 'type' | 'before' | 'after'>,
  name: (id: string | undefined) => string,
  subjectName: string,
): Mrkdwn {
  const told = event as FeedEvent
  switch (told.type) {
    case 'feed.subscribed':
      return mrkdwn`let the runs of “${name(told.after?.groupId)}” go to ${channelOf(told.after)} (${told.after ? MODE_PHRASES[told.after.mode] : ''})`
    case 'feed.ended':
      return mrkdwn`ended the runs of “${name(told.before?.groupId)}” in ${channelOf(told.before)}`
    case 'feed.paused':
      return mrkdwn`paused the runs of “${name(told.after?.groupId)}” in ${channelOf(told.after)}: ${told.after?.pauseReason ?? 'closed'}`
    case 'feed.digest-due':
      return mrkdwn`posted the week of “${name(told.after?.groupId)}”`
    case 'channel.budget-changed':
      return told.after
        ? mrkdwn`set the budget of ${mentionChannel(told.after.channelId)} to ${told.after.boardsAWeek} boards a week and ${told.after.runsADay} run messages a day`
        : mrkdwn`changed a channel’s budget`
    case 'kudos.given':
      return mrkdwn`cheered for a run of ${subjectName}`
    case 'kudos.withdrawn':
      return mrkdwn`took back a cheer for a run of ${subjectName}`
    case 'activity.commented':
      return mrkdwn`gave feedback on a run of ${subjectName}`
    case 'comparison.requested':
      return mrkdwn`posted the comparison of the groups`
  }
}

function channelOf(subscription: FeedSubscription | null): Mrkdwn {
  return subscription ? mentionChannel(subscription.channelId) : mrkdwn`a channel`
}
