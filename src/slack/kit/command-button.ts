import { commandMisused } from '#views/help.ts'
import { words } from '#views/message.ts'
import { refusalInWords } from '#views/refusal.ts'
import { type Action, freeAction } from './button.ts'
import type { Subcommand } from './subcommand.ts'
import { splitWords } from './words.ts'

/** A button that does what typing the command would: commands do not work in threads, and phones have no slash. */
export function commandButton(actionId: string, command: Subcommand, typed = ''): Action {
  return freeAction(actionId, async context => {
    const answer = await command.answer(context, splitWords(typed))
    if (!answer.ok) {
      return {
        say:
          answer.refusal.code === 'misuse'
            ? commandMisused(command, answer.refusal.problem)
            : words(refusalInWords(answer.refusal, context.units)),
      }
    }
    return answer.value.kind === 'modal' ? { open: answer.value.view } : { say: answer.value.message }
  })
}
