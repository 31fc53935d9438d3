import { ok } from '#kernel/result.ts'
import { ask } from '#usecases/ask.ts'
import { whoAmI } from '#usecases/organization/who-am-i.ts'
import { commandHelp } from '#views/help.ts'
import { offeredTo } from '../audience.ts'
import { freeCommand, type Subcommand } from '../kit/subcommand.ts'
import { textOf } from '../kit/words.ts'

/** Help is made from the table that dispatches, and shows what the asker may use. */
export function helpCommand(table: () => readonly Subcommand[]): Subcommand {
  return freeCommand({
    name: 'help',
    usage: 'help [topic]',
    summary: 'What you can do here, or everything about one word',
    example: 'help log',
    audience: 'everyone',
    async answer(context, words) {
      const me = await ask(context.deps.engine, context.who, whoAmI, {})
      if (!me.ok) return me
      const offered = offeredTo(me.value, table())
      return ok({ kind: 'message', message: commandHelp(offered, textOf(words).toLowerCase()) })
    },
  })
}
