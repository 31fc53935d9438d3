import type { App } from '@slack/bolt'
import { matchJoiner } from '#usecases/invitation/match-joiner.ts'
import { whoseOrganization } from '#usecases/organization/whose-organization.ts'
import { perform } from '#usecases/perform.ts'
import { personFacts } from '../directory.ts'
import { reportFault } from '../fault.ts'
import type { SlackDeps } from '../kit/context.ts'

/** Somebody joined the workspace: whoever was invited by e-mail is asked there, without anybody doing anything. */
export function listenForJoiners(app: App, deps: SlackDeps): void {
  app.event('team_join', async ({ event, context }) => {
    try {
      const { user } = event
      const teamId = context.teamId ?? ''
      // Without the scope for addresses Slack leaves the address out.
      const address = user.profile.email
      const organizationId = await whoseOrganization(deps.engine.db, teamId)
      if (!address || organizationId === null) return
      const who = { kind: 'system', organizationId } as const
      const person = personFacts(user, teamId)
      await perform(deps.engine, { who, surface: 'clock' }, matchJoiner, { address, person })
    } catch (error) {
      reportFault(deps, error, { where: 'team_join' })
    }
  })
}
