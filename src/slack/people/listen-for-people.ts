import type { App } from '@slack/bolt'
import { ask } from '#usecases/ask.ts'
import { takeOverPerson } from '#usecases/organization/take-over-person.ts'
import { whoAmI } from '#usecases/organization/who-am-i.ts'
import { perform } from '#usecases/perform.ts'
import { findPerson } from '../directory.ts'
import { reportFault } from '../fault.ts'
import { contextOf, type SlackDeps } from '../kit/context.ts'

/**
 * People are renamed, travel, and their accounts are closed and opened again: Astral keeps up. It asks Slack how things
 * stand, as events arrive late and in any order.
 */
export function listenForPeople(app: App, deps: SlackDeps): void {
  app.event('user_change', async ({ event, client, context: { teamId = '' } }) => {
    try {
      const { who, teamId: slackTeamId } = contextOf(deps, { client, teamId, userId: event.user.id })
      const someone = await ask(deps.engine, who, whoAmI, {})
      if (!someone.ok || someone.value.organizationId === null) return
      const person = await findPerson(client, teamId, event.user.id)
      if (!person.ok) return
      const system = { kind: 'system', organizationId: someone.value.organizationId } as const
      const input = { slackTeamId, person: person.value }
      await perform(deps.engine, { who: system, surface: 'slack' }, takeOverPerson, input)
    } catch (error) {
      reportFault(deps, error, { where: 'user_change' })
    }
  })
}
