import type { StatsEvent } from '#domain/ranking/stats-event.ts'
import type { AccountId } from '#kernel/ids.ts'
import type { Notice } from './notice.ts'

/** Pictures that somebody asked for, to them alone. */
export function statsNoticesOf({ after }: StatsEvent): Notice[] {
  if (!after) return []
  const { pictureId, askedBy } = after
  return [
    {
      kind: 'stats-picture',
      to: { accountId: askedBy as AccountId },
      dedupeKey: `stats-picture:${pictureId}`,
      payload: payloadOf(after),
    },
  ]
}

function payloadOf(picture: NonNullable<StatsEvent['after']>): Notice['payload'] {
  if ('athleteId' in picture) return { athleteId: picture.athleteId, askedBy: picture.askedBy }
  if ('loadOf' in picture) return { loadOf: picture.loadOf, askedBy: picture.askedBy }
  if ('weeksOf' in picture) {
    const { weeksOf, until, zone, askedBy } = picture
    return { weeksOf, until, zone, askedBy }
  }
  const { groupId, from, to, zone, readBy } = picture
  return { groupId, from, to, zone, readBy }
}
