import { ask } from '#usecases/ask.ts'
import { suggestCoaches, suggestLabels } from '#usecases/roster/suggest-filters.ts'
import { option } from '#views/blocks.ts'
import { ANY, ROSTER_ACTIONS } from '#views/roster.ts'
import type { SuggestionSource } from '../kit/suggestion.ts'

/** The roster's labels and coaches by what was typed, where there are more than a menu holds. */
export const rosterFilterSuggestions: readonly SuggestionSource[] = [
  source(ROSTER_ACTIONS.label, suggestLabels, 'Any label'),
  source(ROSTER_ACTIONS.coach, suggestCoaches, 'Any coach'),
]

function source(actionId: string, query: typeof suggestLabels, any: string): SuggestionSource {
  return {
    actionId,
    async options(context, typed) {
      const found = await ask(context.deps.engine, context.who, query, { typed })
      if (!found.ok) return []
      const fixed = typed.trim() === '' ? [option(any, ANY)] : []
      return [...fixed, ...found.value.map(({ name, value }) => option(name, value))]
    },
  }
}
