import { ask } from '#usecases/ask.ts'
import { suggestAthletes } from '#usecases/roster/suggest-athletes.ts'
import { athleteOption, PICK_ATHLETE } from '#views/pickers.ts'
import type { SuggestionSource } from '../kit/suggestion.ts'

/** Athletes by name or address, wherever a form asks for one. */
export const athleteSuggestions: SuggestionSource = {
  actionId: PICK_ATHLETE,
  async options(context, typed) {
    const found = await ask(context.deps.engine, context.who, suggestAthletes, { typed })
    return found.ok ? found.value.map(athleteOption) : []
  },
}
