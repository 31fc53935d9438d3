import { z } from 'zod'
import { INVITATION_ANSWERS, type InvitationAnswer } from '#domain/invitation/invitation.ts'
import { answerInvitation } from '#usecases/invitation/answer-invitation.ts'
import { getInvitationCard } from '#usecases/invitation/get-invitation-card.ts'
import { perform } from '#usecases/perform.ts'
import { INVITATION_ACTIONS, invitationClosed } from '#views/invitation.ts'
import { words } from '#views/message.ts'
import { refusalInWords } from '#views/refusal.ts'
import { type Action, freeAction } from '../kit/button.ts'

/** The three buttons of an invitation: the message changes to the outcome, whoever answered first and however. */
export const invitationButtons: readonly Action[] = INVITATION_ANSWERS.map(answerButton)

function answerButton(answer: InvitationAnswer): Action {
  return freeAction(INVITATION_ACTIONS[answer], async (context, value) => {
    const invitationId = z.string().parse(value)
    const { engine } = context.deps
    const done = await perform(engine, { who: context.who, surface: 'button' }, answerInvitation, {
      invitationId,
      answer,
    })
    if (done.ok) {
      const { invitation } = done.value
      const card = await getInvitationCard(engine.db, invitation.organizationId, invitation.id)
      return card ? { replace: invitationClosed(card, answer), refreshHome: true } : {}
    }
    const said = words(refusalInWords(done.refusal))
    if (done.refusal.code !== 'invitation-already-answered') return { say: said }
    const card = await getInvitationCard(engine.db, done.refusal.organizationId, invitationId)
    const { state } = done.refusal
    return card ? { replace: invitationClosed({ ...card, state }, null), say: said } : { say: said }
  })
}
