import { ask } from '#usecases/ask.ts'
import { listLibrary } from '#usecases/workout/list-library.ts'
import { option } from '#views/blocks.ts'
import { PICK_WORKOUT } from '#views/workout-form.ts'
import type { SuggestionSource } from '../kit/suggestion.ts'

const OPTIONS_MOST = 100

/** Workouts of the library whose title or kind is what was typed; the value is the workout's id. */
export const workoutSuggestions: SuggestionSource = {
  actionId: PICK_WORKOUT,
  async options(context, typed) {
    const page = await ask(context.deps.engine, context.who, listLibrary, {
      text: typed,
      limit: OPTIONS_MOST,
    })
    if (!page.ok) return []
    return page.value.rows.map(({ workout }) => option(workout.title, workout.id, workout.text))
  },
}
