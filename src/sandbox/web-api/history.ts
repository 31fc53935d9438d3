import { requireHistoryScope, requireMember, visibleChannel } from '../conversation-access.ts'
import { SlackError } from '../slack-error.ts'
import { messageObject } from '../wire/message-object.ts'
import type { StoredMessage } from '../workspace.ts'
import { boolean, optional, pattern, required, string, timestamp } from './arguments.ts'
import { method, TIER } from './method.ts'
import { pageOf, paging } from './page-of.ts'

const instant = pattern(/^\d+(\.\d{1,6})?$/, 'a timestamp')

const range = {
  ...paging,
  latest: optional(instant),
  oldest: optional(instant),
  inclusive: optional(boolean),
  include_all_metadata: optional(boolean),
}

type Range = { latest?: string | undefined; oldest?: string | undefined; inclusive?: boolean | undefined }

function isIn({ ts }: StoredMessage, { latest, oldest, inclusive }: Range): boolean {
  const at = Number(ts)
  const isBefore = latest === undefined || (inclusive ? at <= Number(latest) : at < Number(latest))
  const isAfter = oldest === undefined || (inclusive ? at >= Number(oldest) : at > Number(oldest))
  return isBefore && isAfter
}

const history = method({
  name: 'conversations.history',
  perMinute: TIER.three,
  args: { channel: required(string), ...range },
  run(world, args) {
    const channel = visibleChannel(world, args.channel)
    requireHistoryScope(world, channel.kind)
    requireMember(world, channel)
    const shown = channel.messages
      .filter(each => each.ephemeralFor === null && (each.threadTs === null || each.threadTs === each.ts))
      .filter(each => isIn(each, args))
      .reverse()
    const { page, ...rest } = pageOf(shown, args)
    return {
      messages: page.map(each =>
        withMetadata(messageObject(world, channel, each), args.include_all_metadata),
      ),
      has_more: rest.response_metadata.next_cursor !== '',
      ...rest,
    }
  },
})

const replies = method({
  name: 'conversations.replies',
  perMinute: TIER.three,
  args: { channel: required(string), ts: required(timestamp), ...range },
  run(world, args) {
    const channel = visibleChannel(world, args.channel)
    requireHistoryScope(world, channel.kind)
    requireMember(world, channel)
    const thread = channel.messages.filter(
      each => each.ephemeralFor === null && (each.ts === args.ts || each.threadTs === args.ts),
    )
    if (thread.length === 0) throw new SlackError('thread_not_found')
    const { page, ...rest } = pageOf(
      thread.filter(each => each.ts === args.ts || isIn(each, args)),
      args,
    )
    return {
      messages: page.map(each =>
        withMetadata(messageObject(world, channel, each), args.include_all_metadata),
      ),
      has_more: rest.response_metadata.next_cursor !== '',
      ...rest,
    }
  },
})

/** Metadata comes only when asked for. */
function withMetadata(
  message: Record<string, unknown>,
  isAsked: boolean | undefined,
): Record<string, unknown> {
  const { metadata, ...rest } = message
  return isAsked && metadata ? message : rest
}

export const HISTORY_METHODS = [history, replies]
