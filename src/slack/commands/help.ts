import { ok } from '#kernel/result.ts'
import { ask } from '#usecases/ask.ts'
import { whoAmI } from '#usecases/organization/who-am-i.ts'
import { commandHelp } from '#views/help.ts'
import { type Message, words as onlyWords } from '#views/message.ts'
import { refusalInWords } from '#views/refusal.ts'
import { offeredTo } from '../audience.ts'
import type { SlackContext } from '../kit/context.ts'
import { freeCommand, type Subcommand } from '../kit/subcommand.ts'
import { textOf } from '../kit/words.ts'

/** Help is made from the table that dispatches, and shows what the asker may use. */
export function helpCommand(table: () => readonly Subcommand[]): Subcommand {
  return freeCommand({
    name: 'help',
    usage: 'help [topic]',
    summary: 'What you can do here by topic, or everything about one topic or word',
    example: 'help plans',
    audience: 'everyone',
    async answer(context, words) {
      return ok({ kind: 'message', message: await helpOn(context, table(), textOf(words).toLowerCase()) })
    },
  })
}

/** Help for whoever asks on a topic or word; empty for the list of topics. */
export async function helpOn(
  context: SlackContext,
  table: readonly Subcommand[],
  asked: string,
): Promise<Message> {
  const me = await ask(context.deps.engine, context.who, whoAmI, {})
  return me.ok ? commandHelp(offeredTo(me.value, table), asked) : onlyWords(refusalInWords(me.refusal))
}
