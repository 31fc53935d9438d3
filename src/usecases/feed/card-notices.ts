import type { Notice } from '#domain/notice/notice.ts'
import type { OrganizationId } from '#kernel/ids.ts'
import { type LocalDay, SECOND_MS } from '#kernel/instant.ts'
import { feedKeys } from './feed-keys.ts'

/** So long runs that come one after the other are waited for: they make one edit. */
export const FEED_SETTLE_MS = 4 * SECOND_MS
/** The card goes first, far enough ahead that both are not taken for one burst. */
const CARD_FIRST_MS = 2 * SECOND_MS

/** The card of a channel's day, and the answer in its thread. */
export function cardNotices(
  organizationId: OrganizationId,
  payload: { channelId: string; day: LocalDay; askedBy: string | null },
): Notice[] {
  const { channelId, day } = payload
  const to = { channelId }
  return [
    {
      kind: 'feed-card',
      to,
      dedupeKey: feedKeys.card(organizationId, channelId, day),
      payload,
      holdMs: FEED_SETTLE_MS - CARD_FIRST_MS,
    },
    {
      kind: 'feed-details',
      to,
      dedupeKey: feedKeys.details(organizationId, channelId, day),
      payload,
      holdMs: FEED_SETTLE_MS,
    },
  ]
}
