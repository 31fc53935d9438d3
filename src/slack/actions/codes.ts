import { z } from 'zod'
import { ask } from '#usecases/ask.ts'
import { type CodeAnswer, joinByCode } from '#usecases/invitation/join-by-code.ts'
import { offerCode } from '#usecases/invitation/offer-code.ts'
import { perform } from '#usecases/perform.ts'
import { CODE_ACTIONS, codeJoined, codeQuestion } from '#views/invitation-code.ts'
import { words } from '#views/message.ts'
import { refusalInWords } from '#views/refusal.ts'
import { findPerson } from '../directory.ts'
import { type Action, freeAction } from '../kit/button.ts'

const joinButton = freeAction(CODE_ACTIONS.join, async (context, value) => {
  const codeId = z.string().parse(value)
  const offer = await ask(context.deps.engine, context.who, offerCode, { codeId })
  return { say: offer.ok ? codeQuestion(offer.value) : words(refusalInWords(offer.refusal)) }
})

function answerButton(answer: CodeAnswer): Action {
  return freeAction(CODE_ACTIONS[answer], async (context, value) => {
    const codeId = z.string().parse(value)
    const person = await findPerson(context.client, context.teamId, context.userId)
    if (!person.ok) return { say: words(refusalInWords(person.refusal)) }
    const joined = await perform(context.deps.engine, { who: context.who, surface: 'button' }, joinByCode, {
      codeId,
      answer,
      person: person.value,
    })
    if (!joined.ok) return { replace: words(refusalInWords(joined.refusal)) }
    return { replace: codeJoined(joined.value), refreshHome: true }
  })
}

/** The Join button of a channel, and the two answers of the question it leads to. */
export const codeButtons: readonly Action[] = [
  joinButton,
  answerButton('accept-and-share'),
  answerButton('accept-keep-private'),
]
