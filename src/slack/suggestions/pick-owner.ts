import { ask } from '#usecases/ask.ts'
import { suggestOwners } from '#usecases/group/suggest-owners.ts'
import { ownerOption, PICK_OWNER } from '#views/pickers.ts'
import type { SuggestionSource } from '../kit/suggestion.ts'

/** Coaches and members by name, where a group's form asks who owns it. */
export const ownerSuggestions: SuggestionSource = {
  actionId: PICK_OWNER,
  async options(context, typed) {
    const found = await ask(context.deps.engine, context.who, suggestOwners, { typed })
    return found.ok ? found.value.map(ownerOption) : []
  },
}
