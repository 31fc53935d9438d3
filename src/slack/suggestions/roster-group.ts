import { nameKey } from '#domain/text/name-key.ts'
import { ask } from '#usecases/ask.ts'
import { listGroupsFor } from '#usecases/group/list-groups.ts'
import { option } from '#views/blocks.ts'
import { groupChoice, NO_GROUP, ROSTER_ACTIONS } from '#views/roster.ts'
import type { SuggestionSource } from '../kit/suggestion.ts'

const OPTIONS_MOST = 100

/** The roster's groups by what was typed; with nothing typed also any group and no group. */
export const rosterGroupSuggestions: SuggestionSource = {
  actionId: ROSTER_ACTIONS.group,
  async options(context, typed) {
    const listing = await ask(context.deps.engine, context.who, listGroupsFor, {})
    if (!listing.ok) return []
    const key = nameKey(typed)
    const found = listing.value.groups
      .filter(({ group }) => group.nameKey.includes(key))
      .map(({ group }) => option(group.name, group.id))
    const fixed = key === '' ? [groupChoice(null), groupChoice(NO_GROUP)] : []
    return [...fixed, ...found].slice(0, OPTIONS_MOST)
  },
}
