import { HOME_ACTIONS } from '#views/home.ts'
import { MENU } from '#views/menu.ts'
import { listRunsCommand } from '../commands/list-runs.ts'
import { logRunCommand } from '../commands/log-run.ts'
import type { Action } from '../kit/button.ts'
import { commandButton } from '../kit/command-button.ts'

/** Where the short menu and the Home tab lead to one's own runs. */
export const runMenuButtons: readonly Action[] = [
  commandButton(MENU.logRun, logRunCommand),
  commandButton(MENU.myWeek, listRunsCommand),
  commandButton(HOME_ACTIONS.logRun, logRunCommand),
  commandButton(HOME_ACTIONS.runs, listRunsCommand),
]
