import type { DomainEvent } from '#domain/event.ts'
import type { AccountId } from '#kernel/ids.ts'
import type { Notice } from './notice.ts'

type PostingTold = Extract<
  DomainEvent,
  {
    type:
      | 'leaderboard.requested'
      | 'occurrence.posted'
      | 'occurrence.missed'
      | 'delivery.failed'
      | 'post.pulled-back'
      | 'posts.outdated'
  }
>

/** What goes to channels, and what whoever set it up hears when that does not work. */
export function postingNoticesOf(event: PostingTold): Notice[] {
  switch (event.type) {
    case 'leaderboard.requested':
      return event.after
        ? [leaderboardNotice(event.after, `leaderboard:${event.after.postId}`, null, false)]
        : []
    case 'occurrence.posted':
      return event.after?.board && !event.after.isFolded
        ? [
            leaderboardNotice(
              event.after.board,
              `weekly:${event.after.scheduleId}:${event.after.localOn}`,
              event.after.scheduleId,
              event.after.isLate,
            ),
          ]
        : []
    case 'occurrence.missed':
      return event.after && event.after.missedToTell > 0
        ? [
            {
              kind: 'occurrence-missed',
              to: { accountId: event.after.setBy as AccountId },
              dedupeKey: `missed:${event.after.scheduleId}:${event.after.localOn}`,
              keepsQuietHours: true,
              payload: {
                scheduleId: event.after.scheduleId,
                groupId: event.after.groupId,
                channelId: event.after.channelId,
                localOn: event.after.localOn,
                weeks: event.after.missedToTell,
              },
            },
          ]
        : []
    case 'delivery.failed':
      return event.after?.tell
        ? [
            {
              kind: 'delivery-problem',
              to: { accountId: event.after.tell as AccountId },
              dedupeKey: `problem:${event.after.outboxId}`,
              keepsQuietHours: true,
              payload: {
                kind: event.after.kind,
                recipient: event.after.recipient,
                error: event.after.error,
                scheduleId: event.after.scheduleId,
              },
            },
          ]
        : []
    case 'post.pulled-back':
      return event.after
        ? [
            {
              kind: 'post-removal',
              to: { channelId: event.after.channelId },
              dedupeKey: `removal:${event.after.outboxId}`,
              payload: {
                channelId: event.after.channelId,
                ts: event.after.ts,
                fileId: event.after.fileId,
              },
            },
          ]
        : []
    case 'posts.outdated':
      return (event.after?.posts ?? []).map(post => ({
        kind: 'leaderboard-redraw',
        to: { channelId: post.channelId },
        dedupeKey: `redraw:${event.after?.changeId}:${post.outboxId}`,
        payload: { outboxId: post.outboxId },
      }))
  }
}

function leaderboardNotice(
  board: {
    groupId: string
    channelId: string
    metric: string
    from: string
    to: string
    zone: string
    askedBy: string
  },
  dedupeKey: string,
  scheduleId: string | null,
  isLate: boolean,
): Notice {
  return {
    kind: 'leaderboard',
    to: { channelId: board.channelId },
    dedupeKey,
    payload: {
      groupId: board.groupId,
      metric: board.metric,
      from: board.from,
      to: board.to,
      zone: board.zone,
      askedBy: board.askedBy,
      scheduleId,
      isLate,
    },
  }
}
