import { z } from 'zod'
import type { Refusal } from '#domain/refusal.ts'
import { isLocalDay } from '#kernel/instant.ts'
import type { Result } from '#kernel/result.ts'
import { perform } from '#usecases/perform.ts'
import { type AnswerChange, answerChange } from '#usecases/plan/living/answer-change.ts'
import {
  type AskForWorkoutPicture,
  askForWorkoutPicture,
} from '#usecases/plan/living/ask-for-workout-picture.ts'
import { EDIT_WEEK_ACTIONS } from '#views/edit-week-form.ts'
import { type ModalView, words } from '#views/message.ts'
import { refusalInWords } from '#views/refusal.ts'
import { askAboutForm, CHANGE_ACTIONS, changeAnswered } from '#views/session-change.ts'
import { DAY_ACTIONS } from '#views/today.ts'
import { WEEK_ACTIONS } from '#views/training-week.ts'
import { WORKOUT_ACTIONS } from '#views/workout-card.ts'
import { workoutPictureComes } from '#views/workout-picture.ts'
import { button, freeAction, type Pressed } from '../kit/button.ts'
import type { SlackContext } from '../kit/context.ts'
import { editWeekView, moveView } from '../modals/session-changes.ts'
import { keyFrom } from '../session-value.ts'

const answers = (actionId: string, answer: AnswerChange['answer']) =>
  button({
    actionId,
    value: z.string().transform(requestId => ({ requestId, answer })),
    useCase: answerChange,
    pressed: done => ({ replace: changeAnswered(done) }),
  })

const opened = (view: Result<ModalView, Refusal>): Pressed =>
  view.ok ? { open: view.value } : { say: words(refusalInWords(view.refusal)) }

/** `-` or an athlete's id, then the session. */
function readMove(value: string) {
  const [id = '-', ...rest] = value.split(' ')
  return { athlete: id === '-' ? null : { accountId: id }, key: keyFrom(rest.join(' ')) }
}

async function week(context: SlackContext, value: string) {
  const [accountId = '', day = ''] = value.split(' ')
  return editWeekView(context, { athlete: { accountId }, on: isLocalDay(day) ? day : null, weeksAhead: 0 })
}

const turned = async (context: SlackContext, value: string): Promise<Pressed> => {
  const view = await week(context, value)
  return view.ok ? { update: view.value } : { say: words(refusalInWords(view.refusal)) }
}

async function sendPicture(context: SlackContext, input: AskForWorkoutPicture | null): Promise<Pressed> {
  if (!input) return { say: words(refusalInWords({ code: 'stale-button' })) }
  const deed = { who: context.who, surface: 'button' } as const
  const done = await perform(context.deps.engine, deed, askForWorkoutPicture, input)
  return { say: done.ok ? workoutPictureComes() : words(refusalInWords(done.refusal)) }
}

/** Moving and changing sessions, and the answers to it. */
export const sessionChangeButtons = [
  freeAction(DAY_ACTIONS.picture, (context, value) => {
    const { athlete, key } = readMove(value)
    return sendPicture(context, key && { athlete, key })
  }),
  freeAction(WORKOUT_ACTIONS.picture, (context, workoutId) => sendPicture(context, { workoutId })),
  answers(CHANGE_ACTIONS.ok, 'ok'),
  answers(CHANGE_ACTIONS.no, 'no'),
  answers(CHANGE_ACTIONS.undo, 'undone'),
  freeAction(CHANGE_ACTIONS.ask, async (_context, id) => ({ open: askAboutForm({ id }) })),
  freeAction(DAY_ACTIONS.move, async (context, value) => opened(await moveView(context, readMove(value)))),
  freeAction(DAY_ACTIONS.cannot, async (context, value) =>
    opened(await moveView(context, readMove(value), true)),
  ),
  freeAction(WEEK_ACTIONS.edit, async (context, value) => opened(await week(context, value))),
  freeAction(EDIT_WEEK_ACTIONS.turn, turned),
  freeAction(EDIT_WEEK_ACTIONS.back, turned),
]
