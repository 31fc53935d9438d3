import { setTimeout as sleep } from 'node:timers/promises'
import type { RespondArguments } from '@slack/bolt'
import type { Message } from '#views/message.ts'
import type { SlackContext } from './kit/context.ts'

/** Links in our messages are never unfolded. */
export function quiet(message: Message) {
  return { text: message.text, blocks: message.blocks, unfurl_links: false, unfurl_media: false }
}

/**
 * Writes into the direct message with the person, in its turn: at most one message a second. Gives its `ts`. With
 * `threadTs` it goes into that thread.
 */
export async function postToPerson(
  { client, deps, userId }: Pick<SlackContext, 'client' | 'deps' | 'userId'>,
  message: Message,
  threadTs?: string,
): Promise<string> {
  const ms = deps.pace(userId)
  if (ms > 0) await sleep(ms)
  const posted = await client.chat.postMessage({
    channel: userId,
    ...quiet(message),
    ...(threadTs ? { thread_ts: threadTs } : {}),
  })
  return posted.ts ?? ''
}

/** For the caller alone. */
export function onlyToCaller(message: Message): RespondArguments {
  return { response_type: 'ephemeral', replace_original: false, ...quiet(message) } as RespondArguments
}
