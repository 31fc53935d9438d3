import { MENU } from '#views/menu.ts'
import { COMMANDS } from '../commands/command-table.ts'
import { helpCommand } from '../commands/help.ts'
import { commandButton } from '../kit/command-button.ts'

export const helpButton = commandButton(
  MENU.help,
  helpCommand(() => COMMANDS),
)
