import { nameKey } from '#domain/text/name-key.ts'
import { ask } from '#usecases/ask.ts'
import { suggestGroups } from '#usecases/group/suggest-groups.ts'
import { groupOption } from '#views/pickers.ts'
import { groupChoice, NO_GROUP, ROSTER_ACTIONS } from '#views/roster.ts'
import type { SuggestionSource } from '../kit/suggestion.ts'

/** The roster's groups by what was typed; with nothing typed also any group and no group. */
export const rosterGroupSuggestions: SuggestionSource = {
  actionId: ROSTER_ACTIONS.group,
  async options(context, typed) {
    const found = await ask(context.deps.engine, context.who, suggestGroups, { typed })
    if (!found.ok) return []
    const fixed = nameKey(typed) === '' ? [groupChoice(null), groupChoice(NO_GROUP)] : []
    return [...fixed, ...found.value.map(groupOption)]
  },
}
