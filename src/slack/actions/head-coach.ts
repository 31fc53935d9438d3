import { z } from 'zod'
import { answerHeadCoachOffer } from '#usecases/organization/answer-head-coach-offer.ts'
import { withdrawHeadCoachOffer } from '#usecases/organization/withdraw-head-coach-offer.ts'
import { headCoachOfferAnswered, headCoachOfferWithdrawn } from '#views/coaches.ts'
import { words } from '#views/message.ts'
import { TRANSFER_ACTIONS } from '#views/organization-notices.ts'
import { refusalInWords } from '#views/refusal.ts'
import { type Action, button } from '../kit/button.ts'

/** The two answers to an offer of the club; the message changes to the outcome. */
function answerButton(actionId: string, isAccepted: boolean): Action {
  return button({
    actionId,
    value: z
      .string()
      .min(1)
      .transform(transferId => ({ transferId, isAccepted })),
    useCase: answerHeadCoachOffer,
    pressed: done => ({ replace: headCoachOfferAnswered(done), refreshHome: true }),
    refused: refusal =>
      refusal.code === 'transfer-over' ? { replace: words(refusalInWords(refusal)) } : null,
  })
}

const withdrawButton = button({
  actionId: TRANSFER_ACTIONS.withdraw,
  value: z.string().transform(() => ({})),
  useCase: withdrawHeadCoachOffer,
  pressed: done => ({ replace: headCoachOfferWithdrawn(done) }),
})

export const headCoachButtons: readonly Action[] = [
  answerButton(TRANSFER_ACTIONS.accept, true),
  answerButton(TRANSFER_ACTIONS.decline, false),
  withdrawButton,
]
