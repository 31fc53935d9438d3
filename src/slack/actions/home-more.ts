import { HOME_ACTIONS, type HomeMore } from '#views/home-actions.ts'
import { auditCommand } from '../commands/audit.ts'
import { planCommands } from '../commands/plans.ts'
import { scheduleCommand } from '../commands/schedule.ts'
import { statsCommand } from '../commands/stats.ts'
import { freeAction } from '../kit/button.ts'
import { commandButton } from '../kit/command-button.ts'
import type { Subcommand } from '../kit/subcommand.ts'

const listPlans = planCommands.find(({ name }) => name === 'plan list')

const COMMAND_OF: Record<HomeMore, Subcommand | undefined> = {
  stats: statsCommand,
  schedule: scheduleCommand,
  plans: listPlans,
  audit: auditCommand,
}

/** The menu behind a coach's buttons in the Home tab. */
export const homeMoreMenu = freeAction(HOME_ACTIONS.more, async (context, chosen) => {
  const command = COMMAND_OF[chosen as HomeMore]
  return command ? commandButton(HOME_ACTIONS.more, command).press(context, '') : {}
})
