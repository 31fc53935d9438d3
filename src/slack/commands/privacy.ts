import type { Refusal } from '#domain/refusal.ts'
import { ok, type Result } from '#kernel/result.ts'
import { ask } from '#usecases/ask.ts'
import { showPrivacy } from '#usecases/privacy/show-privacy.ts'
import { privacyShown } from '#views/privacy-form.ts'
import { type Answer, freeCommand, type Misuse, misuse, modalAnswer } from '../kit/subcommand.ts'
import { textOf } from '../kit/words.ts'
import { deleteDataView, exportData, privacyView } from '../privacy-view.ts'

export const privacyCommand = freeCommand({
  name: 'privacy',
  usage: 'privacy [export|delete]',
  summary: 'What others see of you; take or delete your data',
  example: 'privacy',
  audience: 'member',
  async answer(context, words): Promise<Result<Answer, Refusal | Misuse>> {
    switch (textOf(words).toLowerCase()) {
      case '': {
        if (context.triggerId !== null) return modalAnswer(await privacyView(context))
        const card = await ask(context.deps.engine, context.who, showPrivacy, {})
        return card.ok ? ok({ kind: 'message', message: privacyShown(card.value) }) : card
      }
      case 'export': {
        const message = await exportData(context, 'command')
        return message.ok ? ok({ kind: 'message', message: message.value }) : message
      }
      case 'delete':
        if (context.triggerId === null)
          return misuse('Type it as a command, with the slash: it opens a form.')
        return modalAnswer(await deleteDataView(context))
      default:
        return misuse('Only “export” and “delete” can follow.')
    }
  },
})
