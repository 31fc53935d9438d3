import type { KnownBlock } from '@slack/types'
import { SUB_TYPES, type SubType } from '#domain/activity/sub-type.ts'
import { parseWorkout } from '#domain/plan/text/parse-workout.ts'
import {
  WORKOUT_LIMITS,
  WORKOUT_TITLE_MAX,
  type Workout,
  type WorkoutVisibility,
} from '#domain/plan/workout.ts'
import { workoutTotals } from '#domain/plan/workout-totals.ts'
import { context, input, option, plain, section } from './blocks.ts'
import type { ModalView } from './message.ts'
import { modalView } from './modal.ts'
import { type Mrkdwn, mrkdwn } from './mrkdwn.ts'
import { preformatted } from './preformatted.ts'
import { WORKOUT_ACTIONS } from './workout-card.ts'
import { subTypeLabel } from './workout-kind.ts'
import { totalsInWords, workoutTable } from './workout-table.ts'
import { pointedAt, textFaultInWords } from './workout-text-fault.ts'

/** Block ids of the form's fields; refusals are shown at them. */
export const WORKOUT_FORM = {
  title: 'title',
  text: 'text',
  subType: 'sub-type',
  visibility: 'visibility',
} as const

/** Action id of a select that finds workouts as one types. */
export const PICK_WORKOUT = 'pick-workout'

/** The choice that lets the blocks say what kind of run it is. */
export const ANY_SUB_TYPE = 'by-text'

/** What stands in the fields. */
export type WorkoutDraft = {
  title: string
  text: string
  subType: SubType | null
  visibility: WorkoutVisibility
}

export const EMPTY_DRAFT: WorkoutDraft = { title: '', text: '', subType: null, visibility: 'public' }

/** A form for a new workout, or for the version of one that the coach saw. */
export type FormOf = { workoutId: string; version: number } | null

export function newWorkoutForm(draft: WorkoutDraft = EMPTY_DRAFT): ModalView {
  return workoutForm(null, draft, draft.text)
}

export function editWorkoutForm(workout: Workout): ModalView {
  return workoutForm({ workoutId: workout.id, version: workout.version }, workout, workout.text)
}

/** Somebody saved before: what it is now, above the fields that keep what this coach wrote. */
export function overtakenWorkoutForm(current: Workout, draft: WorkoutDraft): ModalView {
  return workoutForm({ workoutId: current.id, version: current.version }, draft, draft.text, [
    section(
      mrkdwn`:warning: *Somebody changed it while you wrote.* It is now “${current.title}”, ${subTypeLabel(current.subType)}:`,
    ),
    preformatted(current.text),
    context(mrkdwn`Below is what you wrote. *Save* puts yours in its place, *Cancel* leaves theirs.`),
  ])
}

/** The form; `seen` is the text that the preview shows, while the fields keep what is typed in them. */
export function workoutForm(
  of: FormOf,
  draft: WorkoutDraft,
  seen: string,
  above: KnownBlock[] = [],
): ModalView {
  const kinds = [
    option('As the text says', ANY_SUB_TYPE),
    ...SUB_TYPES.map(each => option(subTypeLabel(each), each)),
  ]
  const visibilities = [
    option('Everybody in the club', 'public'),
    option('Coaches only', 'coaches', 'Athletes see it when it is in their plan'),
  ]
  const kind = kinds.find(each => each.value === draft.subType) ?? kinds[0]
  const visibility = visibilities.find(each => each.value === draft.visibility) ?? visibilities[0]
  return modalView({
    callbackId: of ? 'edit-workout' : 'create-workout',
    title: of ? 'Edit workout' : 'New workout',
    submit: 'Save',
    meta: { ...(of ?? {}), draft: JSON.stringify(draft) },
    blocks: [
      ...above,
      input(WORKOUT_FORM.title, 'Title', {
        type: 'plain_text_input',
        action_id: 'value',
        max_length: WORKOUT_TITLE_MAX,
        placeholder: plain('Yasso 800s'),
        ...(draft.title === '' ? {} : { initial_value: draft.title }),
      }),
      {
        ...input(
          WORKOUT_FORM.text,
          'Workout',
          {
            type: 'plain_text_input',
            action_id: WORKOUT_ACTIONS.preview,
            multiline: true,
            max_length: WORKOUT_LIMITS.textLength,
            placeholder: plain('2km easy + 4x800m @3:40/km r400m jog + 2km easy'),
            dispatch_action_config: { trigger_actions_on: ['on_character_entered', 'on_enter_pressed'] },
            ...(draft.text === '' ? {} : { initial_value: draft.text }),
          },
          { hint: 'Steps with a plus between them. @z3, @3:40/km, @hr150-160 or @rpe7 say how hard.' },
        ),
        dispatch_action: true,
      },
      ...preview(seen),
      input(WORKOUT_FORM.subType, 'Kind', {
        type: 'static_select',
        action_id: 'value',
        options: kinds,
        ...(kind ? { initial_option: kind } : {}),
      }),
      input(WORKOUT_FORM.visibility, 'Who sees it', {
        type: 'radio_buttons',
        action_id: 'value',
        options: visibilities,
        ...(visibility ? { initial_option: visibility } : {}),
      }),
    ],
  })
}

function preview(text: string): KnownBlock[] {
  if (text.trim() === '') return [context(mrkdwn`Here you see what I read while you type.`)]
  const parsed = parseWorkout(text)
  if (!parsed.ok) {
    const words: Mrkdwn = mrkdwn`${textFaultInWords(text, parsed.refusal)}`
    return [preformatted(pointedAt(text, parsed.refusal)), context(words)]
  }
  return [
    preformatted(workoutTable(parsed.value)),
    context(mrkdwn`In all ${totalsInWords(workoutTotals(parsed.value))}.`),
  ]
}
