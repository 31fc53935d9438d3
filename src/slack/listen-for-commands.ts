import type { App } from '@slack/bolt'
import { commandMisused, unknownCommand } from '#views/help.ts'
import { type Message, words } from '#views/message.ts'
import { refusalInWords } from '#views/refusal.ts'
import { COMMANDS } from './commands/command-table.ts'
import { dispatch } from './dispatch.ts'
import { faultInWords, reportFault } from './fault.ts'
import { giveAnswer } from './give-answer.ts'
import { type SlackContext, type SlackDeps, viewerContext } from './kit/context.ts'
import type { Subcommand } from './kit/subcommand.ts'
import { splitWords, type Word } from './kit/words.ts'
import { menuFor } from './menu-for.ts'
import { onlyToCaller } from './post.ts'

/** `/astral …`: acknowledged first, answered to the caller alone. */
export function listenForCommands(app: App, deps: SlackDeps): void {
  app.command('/astral', async ({ ack, command, client, respond }) => {
    await ack()
    const context = await viewerContext(deps, {
      client,
      teamId: command.team_id,
      userId: command.user_id,
      channelId: command.channel_id,
      triggerId: command.trigger_id,
    })
    const say = (message: Message) => respond(onlyToCaller(message))
    try {
      await answerCommand(context, splitWords(command.text ?? ''), say)
    } catch (error) {
      await say(faultInWords(reportFault(deps, error, { where: 'command' })))
    }
  })
}

async function answerCommand(
  context: SlackContext,
  typed: readonly Word[],
  say: (message: Message) => Promise<unknown>,
): Promise<void> {
  const found = dispatch(COMMANDS, typed)
  switch (found.kind) {
    case 'menu':
      await say(await menuFor(context))
      return
    case 'unknown':
      await say(unknownCommand(found.typed, found.suggestion, COMMANDS))
      return
    case 'found':
      await runCommand(context, found.command, found.rest, say)
  }
}

async function runCommand(
  context: SlackContext,
  command: Subcommand,
  rest: readonly Word[],
  say: (message: Message) => Promise<unknown>,
): Promise<void> {
  const answer = await command.answer(context, rest)
  if (answer.ok) return giveAnswer(context, answer.value, say)
  await say(
    answer.refusal.code === 'misuse'
      ? commandMisused(command, answer.refusal.problem)
      : words(refusalInWords(answer.refusal, context.units)),
  )
}
