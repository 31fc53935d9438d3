import { z } from 'zod'
import { SUB_TYPES } from '#domain/activity/sub-type.ts'
import { WORKOUT_VISIBILITIES } from '#domain/plan/workout.ts'
import { ask } from '#usecases/ask.ts'
import { perform } from '#usecases/perform.ts'
import { archiveWorkout } from '#usecases/workout/archive-workout.ts'
import { duplicateWorkout } from '#usecases/workout/duplicate-workout.ts'
import { listLibrary } from '#usecases/workout/list-library.ts'
import { showWorkout } from '#usecases/workout/show-workout.ts'
import { words } from '#views/message.ts'
import { refusalInWords } from '#views/refusal.ts'
import { refusedModal } from '#views/refused.ts'
import { WORKOUT_ACTIONS, workoutMessage, workoutModal } from '#views/workout-card.ts'
import { workoutPressed } from '#views/workout-done.ts'
import {
  EMPTY_DRAFT,
  editWorkoutForm,
  type FormOf,
  newWorkoutForm,
  workoutForm,
} from '#views/workout-form.ts'
import { workoutLibrary } from '#views/workout-library.ts'
import { type Action, freeAction, type Pressed, type PressedView } from '../kit/button.ts'
import type { SlackContext } from '../kit/context.ts'

/** Where somebody is in the library; travels with the modal. */
const placeSchema = z.object({ text: z.string().catch(''), offset: z.number().int().nonnegative().catch(0) })

/** What a form for a workout carries: which one, and what stood in its fields when it was opened. */
const draftSchema = z.object({
  title: z.string(),
  text: z.string(),
  subType: z.enum(SUB_TYPES).nullable(),
  visibility: z.enum(WORKOUT_VISIBILITIES),
})
export const workoutFormMeta = z
  .object({ workoutId: z.string().optional(), version: z.number().optional(), draft: z.string().optional() })
  .loose()

const showButton = freeAction(WORKOUT_ACTIONS.show, async (context, workoutId, view) => {
  const card = await ask(context.deps.engine, context.who, showWorkout, { workoutId })
  if (view) return { push: card.ok ? workoutModal(card.value) : refusedModal(refusalInWords(card.refusal)) }
  return { say: card.ok ? workoutMessage(card.value) : words(refusalInWords(card.refusal)) }
})

const editButton = freeAction(WORKOUT_ACTIONS.edit, async (context, workoutId, view) => {
  const card = await ask(context.deps.engine, context.who, showWorkout, { workoutId })
  if (!card.ok) return refused(card.refusal, view)
  if (!card.value.mayEdit) return refused({ code: 'not-a-coach' }, view)
  return opened(editWorkoutForm(card.value.workout), view)
})

const duplicateButton = freeAction(WORKOUT_ACTIONS.duplicate, async (context, workoutId, view) => {
  const deed = { who: context.who, surface: 'button' } as const
  const copy = await perform(context.deps.engine, deed, duplicateWorkout, workoutId)
  if (!copy.ok) return refused(copy.refusal, view)
  const { message, modal } = workoutPressed(copy.value, 'This is your copy: edit it as you like.')
  return view ? { update: modal } : { say: message }
})

const archiveButton = archiving(WORKOUT_ACTIONS.archive, true, 'Archived: it is no longer in the library.')
const restoreButton = archiving(WORKOUT_ACTIONS.restore, false, 'Restored: it is in the library again.')

const createButton = freeAction(WORKOUT_ACTIONS.create, async (context, _value, view) => {
  const page = await ask(context.deps.engine, context.who, listLibrary, { limit: 1 })
  if (!page.ok) return refused(page.refusal, view)
  return page.value.mayCreate ? opened(newWorkoutForm(), view) : refused({ code: 'not-a-coach' }, view)
})

/** While somebody writes: the fields keep what is in them, only the preview is drawn anew. */
const previewAction = freeAction(WORKOUT_ACTIONS.preview, async (_context, typed, view) => {
  const meta = workoutFormMeta.parse(view?.meta ?? {})
  const of: FormOf =
    meta.workoutId === undefined ? null : { workoutId: meta.workoutId, version: meta.version ?? 0 }
  const draft = draftSchema.safeParse(JSON.parse(meta.draft ?? 'null'))
  return { update: workoutForm(of, draft.data ?? EMPTY_DRAFT, typed) }
})

export const workoutActions: readonly Action[] = [
  showButton,
  editButton,
  duplicateButton,
  archiveButton,
  restoreButton,
  createButton,
  previewAction,
  freeAction(WORKOUT_ACTIONS.search, (context, text, view) => redraw(context, view, { text, offset: 0 })),
  pageAction(WORKOUT_ACTIONS.earlier),
  pageAction(WORKOUT_ACTIONS.later),
]

function pageAction(actionId: string): Action {
  return freeAction(actionId, (context, value, view) =>
    redraw(context, view, { offset: Math.max(0, Math.trunc(Number(value)) || 0) }),
  )
}

async function redraw(
  context: SlackContext,
  view: PressedView | null,
  change: Partial<z.output<typeof placeSchema>>,
): Promise<Pressed> {
  const place = { ...placeSchema.parse(view?.meta ?? {}), ...change }
  const page = await ask(context.deps.engine, context.who, listLibrary, place)
  return { update: page.ok ? workoutLibrary(page.value) : refusedModal(refusalInWords(page.refusal)) }
}

function archiving(actionId: string, isArchived: boolean, said: string): Action {
  return freeAction(actionId, async (context, workoutId, view) => {
    const deed = { who: context.who, surface: 'button' } as const
    const done = await perform(context.deps.engine, deed, archiveWorkout, { workoutId, isArchived })
    if (!done.ok) return refused(done.refusal, view)
    const { message, modal } = workoutPressed(done.value, said)
    return view ? { update: modal } : { replace: message }
  })
}

function opened(form: ReturnType<typeof newWorkoutForm>, view: PressedView | null): Pressed {
  return view ? { push: form } : { open: form }
}

function refused(refusal: Parameters<typeof refusalInWords>[0], view: PressedView | null): Pressed {
  return view ? { push: refusedModal(refusalInWords(refusal)) } : { say: words(refusalInWords(refusal)) }
}
