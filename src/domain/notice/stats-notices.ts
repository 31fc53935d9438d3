import type { StatsEvent } from '#domain/ranking/stats-event.ts'
import type { AccountId } from '#kernel/ids.ts'
import type { Notice } from './notice.ts'

/** Pictures that somebody asked for, to them alone. */
export function statsNoticesOf({ after }: StatsEvent): Notice[] {
  if (!after) return []
  const { pictureId, groupId, from, to, zone, askedBy, readBy } = after
  return [
    {
      kind: 'stats-picture',
      to: { accountId: askedBy as AccountId },
      dedupeKey: `stats-picture:${pictureId}`,
      payload: { groupId, from, to, zone, readBy },
    },
  ]
}
