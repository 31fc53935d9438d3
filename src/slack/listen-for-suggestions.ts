import type { App } from '@slack/bolt'
import { reportFault } from './fault.ts'
import { contextOf, type SlackDeps } from './kit/context.ts'
import { SUGGESTIONS } from './suggestions/suggestion-table.ts'

/** Typeaheads: what cannot be found is an empty list, never an error. */
export function listenForSuggestions(app: App, deps: SlackDeps): void {
  for (const suggestion of SUGGESTIONS) {
    app.options(suggestion.actionId, async ({ ack, body, client }) => {
      const context = contextOf(deps, { client, teamId: body.team?.id ?? '', userId: body.user.id })
      try {
        await ack({ options: await suggestion.options(context, body.value) })
      } catch (error) {
        reportFault(deps, error, { where: 'options', action: suggestion.actionId })
        await ack({ options: [] })
      }
    })
  }
}
