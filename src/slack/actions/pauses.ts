import { z } from 'zod'
import { type AnswerPause, answerPause } from '#usecases/plan/living/resume-plan.ts'
import { PAUSE_ACTIONS, pauseAnswered } from '#views/pause.ts'
import { button } from '../kit/button.ts'

const answers = (actionId: string, answer: AnswerPause['answer']) =>
  button({
    actionId,
    value: z
      .string()
      .min(1)
      .transform(enrollmentId => ({ enrollmentId, answer })),
    useCase: answerPause,
    pressed: done => ({ replace: pauseAnswered(done) }),
  })

export const pauseButtons = [
  answers(PAUSE_ACTIONS.skip, 'skip'),
  answers(PAUSE_ACTIONS.shift, 'shift'),
  answers(PAUSE_ACTIONS.longer, 'longer'),
]
