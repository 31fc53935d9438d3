import { actions, button, section } from './blocks.ts'
import type { Message } from './message.ts'
import { mrkdwn } from './mrkdwn.ts'

/** Action ids of the short menu. */
export const MENU = { logRun: 'menu-log-run', myWeek: 'menu-my-week', help: 'menu-help' } as const

/** `/astral` alone. */
export function menu(): Message {
  const text = mrkdwn`*Astral*: your running club in Slack. What would you like to do?`
  return {
    text: `${text.mrkdwn} /astral help shows everything.`,
    blocks: [
      section(text),
      actions(
        'menu',
        button(MENU.logRun, 'Log a run', 'log', { style: 'primary' }),
        button(MENU.myWeek, 'My runs', 'runs'),
        button(MENU.help, 'Help', 'help'),
      ),
    ],
  }
}
