import { ok } from '#kernel/result.ts'
import { askedInDm, codeQuestion } from '#views/invitation-code.ts'
import { joinForm } from '#views/join-form.ts'
import { words as inWords } from '#views/message.ts'
import { freeCommand } from '../kit/subcommand.ts'
import { textOf } from '../kit/words.ts'
import { typeCode } from '../type-code.ts'

export const joinCommand = freeCommand({
  name: 'join',
  usage: 'join [CODE]',
  summary: 'Join the club with a code from your coach',
  example: 'join SPRING26',
  audience: 'everyone',
  async answer(context, words) {
    if (words.length === 0) return ok({ kind: 'modal', view: joinForm() })
    const entered = await typeCode(context, 'command', textOf(words))
    if (!entered.ok) return entered
    const message = entered.value.kind === 'offer' ? codeQuestion(entered.value.offer) : inWords(askedInDm)
    return ok({ kind: 'message', message })
  },
})
