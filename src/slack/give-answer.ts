import type { Message } from '#views/message.ts'
import type { SlackContext } from './kit/context.ts'
import type { Answer } from './kit/subcommand.ts'

/** Gives a command's answer: a message said to whoever asked, or a modal. */
export async function giveAnswer(
  context: SlackContext,
  answer: Answer,
  say: (message: Message) => Promise<unknown>,
): Promise<void> {
  if (answer.kind === 'message') {
    await say(answer.message)
    return
  }
  if (context.triggerId === null) throw new Error('a modal needs a trigger')
  await context.client.views.open({ trigger_id: context.triggerId, view: answer.view })
}
