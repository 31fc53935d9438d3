import type { Message } from '#views/message.ts'
import type { SlackContext } from '../kit/context.ts'
import { postToPerson } from '../post.ts'
import { slackErrorOf } from '../slack-error.ts'

/** Says things where the person wrote: in the conversation, or in its thread when they wrote in one. */
export type Reply = {
  /** Gives the `ts` of what was posted. */
  post(message: Message): Promise<string>
  /** Changes what was posted; says it anew when that is gone. */
  edit(ts: string, message: Message): Promise<void>
}

export function replyIn(context: SlackContext, channel: string, threadTs: string | undefined): Reply {
  const post = (message: Message) => postToPerson(context, message, threadTs)
  return {
    post,
    async edit(ts, message) {
      try {
        await context.client.chat.update({ channel, ts, text: message.text, blocks: message.blocks })
      } catch (error) {
        if (slackErrorOf(error) !== 'message_not_found') throw error
        await post(message)
      }
    },
  }
}
