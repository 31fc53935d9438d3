import type { KnownBlock } from '@slack/types'
import type { Workout } from '#domain/plan/workout.ts'
import type { WorkoutCard } from '#domain/plan/workout-card.ts'
import { actions, button, confirm, context, header, section } from './blocks.ts'
import type { Message, ModalView } from './message.ts'
import { modalView } from './modal.ts'
import { joinMrkdwn, type Mrkdwn, mrkdwn } from './mrkdwn.ts'
import { preformatted } from './preformatted.ts'
import { subTypeLabel } from './workout-kind.ts'
import { totalsInWords, workoutTable } from './workout-table.ts'

export const WORKOUT_ACTIONS = {
  show: 'workout-show',
  edit: 'workout-edit',
  duplicate: 'workout-duplicate',
  archive: 'workout-archive',
  restore: 'workout-restore',
  create: 'workout-create',
  preview: 'workout-preview',
  search: 'workout-search',
  earlier: 'workout-earlier',
  later: 'workout-later',
  library: 'workout-library',
  picture: 'workout-picture',
} as const

/** A workout as a message; `said` tells what just happened to it. */
export function workoutMessage(card: WorkoutCard, said: Mrkdwn | null = null): Message {
  const { workout } = card
  const text = joinMrkdwn(
    [...(said ? [said] : []), mrkdwn`*${workout.title}* · ${factsOf(card)}`, mrkdwn`${workout.text}`],
    '\n',
  )
  return { text: text.mrkdwn, blocks: [header(workout.title), ...cardBlocks(card, said)] }
}

/** The same as a modal: from the library. */
export function workoutModal(card: WorkoutCard, said: Mrkdwn | null = null): ModalView {
  return modalView({
    callbackId: 'workout-card',
    title: 'Workout',
    blocks: [section(mrkdwn`*${card.workout.title}*`), ...cardBlocks(card, said)],
  })
}

function cardBlocks(card: WorkoutCard, said: Mrkdwn | null): KnownBlock[] {
  const { workout, totals } = card
  return [
    ...(said ? [section(said)] : []),
    section(mrkdwn`${factsOf(card)}`),
    preformatted(workoutTable(workout.blocks)),
    context(mrkdwn`${workout.text}`),
    ...(totals.isEstimate
      ? [context(mrkdwn`“About” counts steps without a pace at those of a half marathon in 1:46.`)]
      : []),
    actions(
      'workout',
      button(WORKOUT_ACTIONS.picture, 'Send me the picture', workout.id),
      ...(card.mayEdit ? buttonsOf(workout) : []),
    ),
  ]
}

function factsOf({ workout, totals }: WorkoutCard): string {
  return [
    subTypeLabel(workout.subType),
    totalsInWords(totals),
    ...(workout.visibility === 'coaches' ? ['coaches only'] : []),
    ...(workout.archivedAt === null ? [] : ['archived']),
  ].join(' · ')
}

function buttonsOf(workout: Workout) {
  const duplicate = button(WORKOUT_ACTIONS.duplicate, 'Duplicate', workout.id)
  if (workout.archivedAt !== null) return [button(WORKOUT_ACTIONS.restore, 'Restore', workout.id), duplicate]
  return [
    button(WORKOUT_ACTIONS.edit, 'Edit', workout.id),
    duplicate,
    button(WORKOUT_ACTIONS.archive, 'Archive', workout.id, {
      confirm: confirm(
        'Archive this workout?',
        'It leaves the library; plans that use it stay as they are. You can restore it.',
        'Archive',
        'Keep',
      ),
    }),
  ]
}
