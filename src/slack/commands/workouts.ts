import { ok } from '#kernel/result.ts'
import { ask } from '#usecases/ask.ts'
import { createWorkout } from '#usecases/workout/create-workout.ts'
import { listLibrary } from '#usecases/workout/list-library.ts'
import { showWorkout } from '#usecases/workout/show-workout.ts'
import { workoutMessage } from '#views/workout-card.ts'
import { workoutCreated } from '#views/workout-done.ts'
import { newWorkoutForm } from '#views/workout-form.ts'
import { workoutLibrary } from '#views/workout-library.ts'
import { freeCommand, misuse, type Subcommand, subcommand } from '../kit/subcommand.ts'
import { textOf, type Word } from '../kit/words.ts'

const createWorkoutCommand = subcommand({
  name: 'workout create',
  usage: 'workout create ["title" steps]',
  summary: 'Add a workout to the library',
  example: 'workout create "Yasso 800s" 2km easy + 10x800m @3:30/km r400m jog + 2km easy',
  audience: 'coach',
  modal: async context => {
    const page = await ask(context.deps.engine, context.who, listLibrary, { limit: 1 })
    if (!page.ok) return page
    return page.value.mayCreate ? ok(newWorkoutForm()) : { ok: false, refusal: { code: 'not-a-coach' } }
  },
  input(words) {
    const [title, ...steps] = words
    if (title?.kind !== 'text' || !title.isQuoted) return misuse('Put the title into quotes, then the steps.')
    if (steps.length === 0) return misuse('After the title I expect the steps, such as 10km easy.')
    return ok({ title: title.text, text: stepsOf(steps), subType: null, visibility: 'public' as const })
  },
  useCase: createWorkout,
  view: workoutCreated,
})

const listWorkoutsCommand = freeCommand({
  name: 'workout list',
  usage: 'workout list [words]',
  summary: 'The library of workouts, to search',
  example: 'workout list tempo',
  audience: 'member',
  async answer(context, words) {
    const page = await ask(context.deps.engine, context.who, listLibrary, { text: textOf(words) })
    return page.ok ? ok({ kind: 'modal', view: workoutLibrary(page.value) }) : page
  },
})

const showWorkoutCommand = freeCommand({
  name: 'workout show',
  usage: 'workout show [title]',
  summary: 'One workout, step by step',
  example: 'workout show "Yasso 800s"',
  audience: 'member',
  async answer(context, words) {
    if (words.length === 0) return listWorkoutsCommand.answer(context, words)
    const card = await ask(context.deps.engine, context.who, showWorkout, { title: textOf(words) })
    return card.ok ? ok({ kind: 'message', message: workoutMessage(card.value) }) : card
  },
})

export const workoutCommands: readonly Subcommand[] = [
  createWorkoutCommand,
  listWorkoutsCommand,
  showWorkoutCommand,
]

/** The steps as they were typed: what was in quotes is a note. */
export function stepsOf(words: readonly Word[]): string {
  return words.map(word => (word.kind === 'text' && word.isQuoted ? `"${word.text}"` : word.text)).join(' ')
}
