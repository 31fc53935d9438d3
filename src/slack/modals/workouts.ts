import { subTypeFromWord } from '#domain/activity/sub-type.ts'
import type { Workout } from '#domain/plan/workout.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { Result } from '#kernel/result.ts'
import { ask } from '#usecases/ask.ts'
import { perform } from '#usecases/perform.ts'
import { createWorkout } from '#usecases/workout/create-workout.ts'
import { editWorkout } from '#usecases/workout/edit-workout.ts'
import { listLibrary } from '#usecases/workout/list-library.ts'
import { inPlain } from '#views/mrkdwn.ts'
import { refusalInWords } from '#views/refusal.ts'
import { refusedModal } from '#views/refused.ts'
import { workoutSavedModal } from '#views/workout-done.ts'
import { ANY_SUB_TYPE, overtakenWorkoutForm, WORKOUT_FORM, type WorkoutDraft } from '#views/workout-form.ts'
import { WORKOUT_SEARCH, workoutLibrary } from '#views/workout-library.ts'
import { textFaultInWords } from '#views/workout-text-fault.ts'
import { workoutFormMeta } from '../actions/workouts.ts'
import type { FormValues } from '../kit/form-values.ts'
import type { Modal, Submitted } from '../kit/modal.ts'

export const createWorkoutModal: Modal = {
  callbackId: 'create-workout',
  async submit(context, values) {
    const draft = draftOf(values)
    const deed = { who: context.who, surface: 'modal' } as const
    return answerOf(await perform(context.deps.engine, deed, createWorkout, draft), draft)
  },
}

export const editWorkoutModal: Modal = {
  callbackId: 'edit-workout',
  async submit(context, values, rawMeta) {
    const { workoutId = '', version = 0 } = workoutFormMeta.parse(rawMeta)
    const draft = draftOf(values)
    const input = { workoutId, words: draft, seenVersion: version }
    const deed = { who: context.who, surface: 'modal' } as const
    return answerOf(await perform(context.deps.engine, deed, editWorkout, input), draft)
  },
}

/** Its button searches for what was typed. */
export const workoutLibraryModal: Modal = {
  callbackId: 'workout-library',
  async submit(context, values) {
    const text = values.text(WORKOUT_SEARCH) ?? ''
    const page = await ask(context.deps.engine, context.who, listLibrary, { text })
    const view = page.ok ? workoutLibrary(page.value) : refusedModal(refusalInWords(page.refusal))
    return { kind: 'update', view }
  },
}

function draftOf(values: FormValues): WorkoutDraft {
  const kind = values.text(WORKOUT_FORM.subType) ?? ANY_SUB_TYPE
  return {
    title: values.text(WORKOUT_FORM.title) ?? '',
    text: values.text(WORKOUT_FORM.text) ?? '',
    subType: kind === ANY_SUB_TYPE ? null : (subTypeFromWord(kind) ?? null),
    visibility: values.text(WORKOUT_FORM.visibility) === 'coaches' ? 'coaches' : 'public',
  }
}

function answerOf(done: Result<Workout, Refusal>, draft: WorkoutDraft): Submitted {
  if (done.ok) return { kind: 'update', view: workoutSavedModal(done.value) }
  const { refusal } = done
  if (refusal.code === 'workout-changed-meanwhile') {
    return { kind: 'update', view: overtakenWorkoutForm(refusal.current, draft) }
  }
  if (refusal.code === 'workout-text-wrong') {
    return { kind: 'errors', errors: { [WORKOUT_FORM.text]: textFaultInWords(refusal.text, refusal.fault) } }
  }
  const said = refusalInWords(refusal)
  return refusal.code.startsWith('workout-title-')
    ? { kind: 'errors', errors: { [WORKOUT_FORM.title]: inPlain(said) } }
    : { kind: 'update', view: refusedModal(said) }
}
