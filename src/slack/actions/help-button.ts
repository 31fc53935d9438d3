import { ALL_TOPICS, HELP_ACTIONS } from '#views/help.ts'
import { MENU } from '#views/menu.ts'
import { COMMANDS } from '../commands/command-table.ts'
import { helpCommand, helpOn } from '../commands/help.ts'
import { freeAction } from '../kit/button.ts'
import { commandButton } from '../kit/command-button.ts'

export const helpButton = commandButton(
  MENU.help,
  helpCommand(() => COMMANDS),
)

/** Help turns to another topic in place. */
export const helpTopicButton = freeAction(HELP_ACTIONS.topic, async (context, topic) => ({
  replace: await helpOn(context, COMMANDS, topic === ALL_TOPICS ? '' : topic),
}))
