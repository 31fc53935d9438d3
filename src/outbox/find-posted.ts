import type { WebClient } from '@slack/web-api'
import { MINUTE_MS, SECOND_MS } from '#kernel/instant.ts'
import type { OutboxRow } from '#store/outbox-store.ts'
import { failureOf } from './failure.ts'
import { isPerson } from './recipient.ts'

/** By this each post can be recognised in its channel: Slack has no other key against doubles. */
export const POST_EVENT_TYPE = 'astral_post'

export type Found =
  | { kind: 'posted'; channel: string; ts: string }
  | { kind: 'absent' }
  /** The app may not read there. */
  | { kind: 'unreadable' }
  /** Not to be known now; later perhaps. */
  | { kind: 'unknown'; code: string }

/**
 * Looks for a message that an earlier attempt may have posted, from a minute before the first attempt on: in the channel,
 * or in a thread of it.
 */
export async function findPosted(
  client: WebClient,
  row: OutboxRow,
  threadTs: string | null = null,
): Promise<Found> {
  try {
    const channel = isPerson(row.recipient) ? await directMessageOf(client, row.recipient) : row.recipient
    const oldest = ((row.first_attempt_at ?? row.created_at) - MINUTE_MS) / SECOND_MS
    let cursor: string | undefined
    do {
      const where = threadTs === null ? { channel } : { channel, ts: threadTs }
      const page = await pageOf(client, {
        ...where,
        oldest: oldest.toFixed(6),
        inclusive: true,
        include_all_metadata: true,
        limit: 200,
        ...(cursor ? { cursor } : {}),
      })
      for (const { ts, metadata } of page.messages ?? []) {
        const payload = metadata?.event_payload as { outbox_id?: unknown } | undefined
        if (ts && metadata?.event_type === POST_EVENT_TYPE && payload?.outbox_id === row.id) {
          return { kind: 'posted', channel, ts }
        }
      }
      cursor = page.response_metadata?.next_cursor || undefined
    } while (cursor)
    return { kind: 'absent' }
  } catch (error) {
    const failure = failureOf(error)
    return failure.kind === 'permanent' ? { kind: 'unreadable' } : { kind: 'unknown', code: failure.code }
  }
}

type Page = {
  messages?: { ts?: string; metadata?: { event_type?: string; event_payload?: object } }[]
  response_metadata?: { next_cursor?: string }
}

async function pageOf(
  client: WebClient,
  asked: { channel: string; ts?: string } & Parameters<WebClient['conversations']['history']>[0],
): Promise<Page> {
  const { ts, ...rest } = asked
  return (await (ts === undefined
    ? client.conversations.history(rest)
    : client.conversations.replies({ ...rest, ts }))) as Page
}

async function directMessageOf(client: WebClient, userId: string): Promise<string> {
  const { channel } = await client.conversations.open({ users: userId })
  if (!channel?.id) throw new Error('conversations.open gave no channel')
  return channel.id
}
