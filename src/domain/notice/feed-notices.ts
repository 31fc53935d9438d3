import type { FeedEvent } from '#domain/feed/feed-event.ts'
import type { Notice } from './notice.ts'

/** What happened about runs in channels and is told by itself; cards follow the runs, not the events. */
export function feedNoticesOf(event: FeedEvent): Notice[] {
  switch (event.type) {
    case 'feed.digest-due': {
      if (!event.after) return []
      const { subscriptionId, channelId, ...digest } = event.after
      return [
        {
          kind: 'feed-digest',
          to: { channelId },
          dedupeKey: `feed-digest:${subscriptionId}:${digest.from}`,
          payload: { subscriptionId, ...digest },
        },
      ]
    }
    case 'activity.commented':
      if (!event.after || !event.subjectId) return []
      return [
        {
          kind: 'run-feedback',
          to: { accountId: event.subjectId },
          dedupeKey: `run-feedback:${event.after.commentId}`,
          payload: { commentId: event.after.commentId },
          // Written in a thread, it reaches the athlete without anybody having asked for a message just now.
          keepsQuietHours: event.after.isFromThread,
        },
      ]
    case 'comparison.requested': {
      if (!event.after) return []
      const { postId, channelId, ...comparison } = event.after
      return [
        { kind: 'comparison', to: { channelId }, dedupeKey: `comparison:${postId}`, payload: comparison },
      ]
    }
    default:
      return []
  }
}
