import { sql } from 'kysely'
import type { OrganizationId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import type { Reading } from '../db.ts'
import type { OutboxRow } from '../outbox-store.ts'

/** Messages about runs that can be drawn anew. */
export const FEED_POSTS = ['feed-card', 'feed-details', 'feed-run', 'feed-digest'] as const
export type FeedPostKind = (typeof FEED_POSTS)[number]

export type FeedPost = {
  outboxId: string
  channelId: string
  kind: FeedPostKind
  payload: Readonly<Record<string, unknown>>
  /** Was it drawn, so that what it shows may be of before? */
  isDrawn: boolean
  /** Its redrawing waits already, and will draw what is true when it is sent. */
  isAwaited: boolean
}

const OPEN = [sql.lit('pending'), sql.lit('sending')]

/** What stands in some channels since an instant, or is on its way there, oldest first. */
export async function listFeedPosts(
  db: Reading,
  organizationId: OrganizationId,
  channelIds: readonly string[],
  since: Instant,
): Promise<FeedPost[]> {
  if (channelIds.length === 0) return []
  const standing = await db
    .selectFrom('outbox')
    .where('organization_id', '=', organizationId)
    .where('posted_channel', 'in', channelIds)
    // Slack's timestamps are seconds as text, of ten digits before the point until the year 2286.
    .where('posted_ts', '>=', (since / 1_000).toFixed(6))
    .where('kind', 'in', FEED_POSTS)
    .where('pulled_back_at', 'is', null)
    .select(['id', 'kind', 'recipient', 'payload_json', 'state', 'attempt'])
    .execute()
  const open = await db
    .selectFrom('outbox')
    .where('organization_id', '=', organizationId)
    .where('recipient', 'in', channelIds)
    .where('state', 'in', OPEN)
    .where('kind', 'in', [...FEED_POSTS, 'feed-redraw'])
    .select(['id', 'kind', 'recipient', 'payload_json', 'state', 'attempt'])
    .execute()
  const payloadOf = (row: { payload_json: string }) => JSON.parse(row.payload_json) as FeedPost['payload']
  const awaited = new Set(
    open
      .filter(row => row.kind === 'feed-redraw' && row.state === 'pending')
      .map(row => payloadOf(row).outboxId),
  )
  return [...standing, ...open.filter(row => row.kind !== 'feed-redraw')]
    .map(row => ({
      outboxId: row.id,
      channelId: row.recipient,
      kind: row.kind as FeedPostKind,
      payload: payloadOf(row),
      isDrawn: row.state !== 'pending' || row.attempt > 0,
      isAwaited: awaited.has(row.id),
    }))
    .sort((one, other) => (one.outboxId < other.outboxId ? -1 : 1))
}

/** The message of a key, in whatever state; what was taken away because it was empty has given its key up. */
export async function findOutboxByKey(
  db: Reading,
  organizationId: OrganizationId,
  dedupeKey: string,
): Promise<OutboxRow | undefined> {
  return db
    .selectFrom('outbox')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('dedupe_key', '=', dedupeKey)
    .executeTakeFirst()
}

/** Of some keys, those under which a message is or was. */
export async function listKnownKeys(
  db: Reading,
  organizationId: OrganizationId,
  keys: readonly string[],
): Promise<Set<string>> {
  if (keys.length === 0) return new Set()
  const rows = await db
    .selectFrom('outbox')
    .select('dedupe_key')
    .where('organization_id', '=', organizationId)
    .where('dedupe_key', 'in', keys)
    .execute()
  return new Set(rows.map(row => row.dedupe_key))
}

/** The message of ours that stands at a place in a channel. */
export async function findPostAt(
  db: Reading,
  organizationId: OrganizationId,
  place: { channelId: string; ts: string },
): Promise<OutboxRow | undefined> {
  return db
    .selectFrom('outbox')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('posted_channel', '=', place.channelId)
    .where('posted_ts', '=', place.ts)
    .executeTakeFirst()
}

/** When somebody's runs began since an instant, from the covering index alone. */
export async function listRunStarts(
  db: Reading,
  organizationId: OrganizationId,
  accountId: string,
  since: Instant,
): Promise<Instant[]> {
  const rows = await db
    .selectFrom('activities')
    .select('started_at')
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', accountId)
    .where('started_at', '>=', since)
    .where('source', '<>', 'strava')
    .execute()
  return rows.map(row => row.started_at as Instant)
}
