import { z } from 'zod'
import { answerWelcome } from '#usecases/invitation/answer-welcome.ts'
import { WELCOME_ACTIONS, welcomeAnswered } from '#views/club-welcome.ts'
import { type Action, button } from '../kit/button.ts'

const invitationId = z.string().min(1)

/** What somebody shares whom a coach added. */
export const welcomeButtons: readonly Action[] = [
  button({
    actionId: WELCOME_ACTIONS.share,
    value: invitationId.transform(id => ({ invitationId: id, isShared: true })),
    useCase: answerWelcome,
    pressed: done => ({ replace: welcomeAnswered(done), refreshHome: true }),
  }),
  button({
    actionId: WELCOME_ACTIONS.keepPrivate,
    value: invitationId.transform(id => ({ invitationId: id, isShared: false })),
    useCase: answerWelcome,
    pressed: done => ({ replace: welcomeAnswered(done), refreshHome: true }),
  }),
]
