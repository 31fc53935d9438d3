import type { Workout } from '#domain/plan/workout.ts'
import type { WorkoutData, WorkoutEvent } from '#domain/plan/workout-event.ts'
import { workoutTotals } from '#domain/plan/workout-totals.ts'
import type { Message, ModalView } from './message.ts'
import { joinMrkdwn, type Mrkdwn, mrkdwn } from './mrkdwn.ts'
import { workoutMessage, workoutModal } from './workout-card.ts'

const cardOf = (workout: Workout) => ({ workout, totals: workoutTotals(workout.blocks), mayEdit: true })

export function workoutCreated(workout: Workout): Message {
  return workoutMessage(cardOf(workout), mrkdwn`It is in the library now.`)
}

export function workoutSavedModal(workout: Workout): ModalView {
  return workoutModal(cardOf(workout), mrkdwn`Saved.`)
}

/** After a coach's press: the card as it is now, with what happened. */
export function workoutPressed(workout: Workout, said: string): { message: Message; modal: ModalView } {
  const words: Mrkdwn = mrkdwn`${said}`
  return { message: workoutMessage(cardOf(workout), words), modal: workoutModal(cardOf(workout), words) }
}

/** A deed about a workout, as a line of the audit. */
export function workoutDeedInWords(event: WorkoutEvent): Mrkdwn {
  const title = (event.after ?? event.before)?.title ?? ''
  switch (event.type) {
    case 'workout.created':
      return mrkdwn`added the workout “${title}” (${event.after?.text ?? ''})`
    case 'workout.edited':
      return mrkdwn`changed the workout “${event.before?.title ?? ''}”${changesOf(event.before, event.after)}`
    case 'workout.archived':
      return mrkdwn`archived the workout “${title}”`
    case 'workout.restored':
      return mrkdwn`restored the workout “${title}”`
  }
}

function changesOf(before: WorkoutData | null, after: WorkoutData | null): Mrkdwn {
  if (!before || !after) return mrkdwn``
  const changes = [
    ...(before.title === after.title ? [] : [mrkdwn`title → “${after.title}”`]),
    ...(before.text === after.text ? [] : [mrkdwn`${before.text} → ${after.text}`]),
    ...(before.subType === after.subType ? [] : [mrkdwn`kind → ${after.subType}`]),
    ...(before.visibility === after.visibility ? [] : [mrkdwn`seen by → ${after.visibility}`]),
  ]
  return changes.length === 0 ? mrkdwn`` : mrkdwn`: ${joinMrkdwn(changes, ', ')}`
}
