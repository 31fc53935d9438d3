import { SlackError } from '../slack-error.ts'
import { optional, string, wholeNumber } from './arguments.ts'

export const paging = { cursor: optional(string), limit: optional(wholeNumber) }

/** One page of a list and Slack's `next_cursor`, which is empty on the last. */
export function pageOf<T>(
  items: readonly T[],
  { cursor, limit }: { cursor?: string | undefined; limit?: number | undefined },
  fallback = 100,
): { page: T[]; response_metadata: { next_cursor: string } } {
  const size = limit === undefined || limit === 0 ? fallback : limit
  if (size < 1 || size > 1000) throw new SlackError('invalid_limit')
  const from = cursor ? positionOf(cursor) : 0
  const to = from + size
  const next = to < items.length ? Buffer.from(`next:${to}`).toString('base64') : ''
  return { page: items.slice(from, to), response_metadata: { next_cursor: next } }
}

function positionOf(cursor: string): number {
  const match = /^next:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString())
  if (!match) throw new SlackError('invalid_cursor')
  return Number(match[1])
}
