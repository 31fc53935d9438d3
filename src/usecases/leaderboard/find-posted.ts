import type { OrganizationId } from '#kernel/ids.ts'
import type { Reading } from '#store/db.ts'
import { findOutboxRow, type OutboxRow } from '#store/outbox-store.ts'
import { findPostAt } from '#store/read/feed-posts.ts'

/** Every kind of message that Astral puts into channels by itself or for a coach. */
export const CHANNEL_POSTS = [
  'leaderboard',
  'comparison',
  'code-post',
  'feed-card',
  'feed-details',
  'feed-run',
  'feed-digest',
] as const
export type ChannelPostKind = (typeof CHANNEL_POSTS)[number]

export type Posted = {
  row: OutboxRow
  kind: ChannelPostKind
  post: Readonly<Record<string, unknown>>
}

/** A post by its own id, as under its buttons, or by where it stands. */
export type WhichPost = string | { channelId: string; ts: string }

/** The post in a channel that somebody means; undefined for anything else. */
export async function findPosted(
  db: Reading,
  organizationId: OrganizationId | null,
  which: WhichPost,
): Promise<Posted | undefined> {
  if (!organizationId) return undefined
  const row =
    typeof which === 'string'
      ? await findOutboxRow(db, organizationId, which)
      : await findPostAt(db, organizationId, which)
  const kind = CHANNEL_POSTS.find(candidate => candidate === row?.kind)
  if (!row || !kind) return undefined
  return { row, kind, post: JSON.parse(row.payload_json) as Posted['post'] }
}
