import { ask } from '#usecases/ask.ts'
import { suggestGroups } from '#usecases/group/suggest-groups.ts'
import { groupOption, PICK_GROUP } from '#views/pickers.ts'
import type { SuggestionSource } from '../kit/suggestion.ts'

/** Groups by name, wherever a form asks for one. */
export const groupSuggestions: SuggestionSource = {
  actionId: PICK_GROUP,
  async options(context, typed) {
    const found = await ask(context.deps.engine, context.who, suggestGroups, { typed })
    return found.ok ? found.value.map(groupOption) : []
  },
}
