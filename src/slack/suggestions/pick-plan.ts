import { ask } from '#usecases/ask.ts'
import { suggestPlans } from '#usecases/plan/suggest-plans.ts'
import { PICK_PLAN, planOption } from '#views/pickers.ts'
import type { SuggestionSource } from '../kit/suggestion.ts'

/** Training plans by title, wherever a form asks for one. */
export const planSuggestions: SuggestionSource = {
  actionId: PICK_PLAN,
  async options(context, typed) {
    const found = await ask(context.deps.engine, context.who, suggestPlans, { typed })
    return found.ok ? found.value.map(planOption) : []
  },
}
