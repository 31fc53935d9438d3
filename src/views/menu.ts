import type { Button } from '@slack/types'
import { actions, button, section } from './blocks.ts'
import type { Message } from './message.ts'
import { mrkdwn } from './mrkdwn.ts'

/** Action ids of the short menu. */
export const MENU = {
  logRun: 'menu-log-run',
  myWeek: 'menu-my-week',
  leaderboard: 'menu-leaderboard',
  invite: 'menu-invite',
  groups: 'menu-groups',
  help: 'menu-help',
} as const

/** `/astral` alone: what the person who typed it may want. */
export function menu(who: { runs: boolean; coaches: boolean; isMember: boolean }): Message {
  const text = mrkdwn`*Astral*: your running club in Slack. What would you like to do?`
  const buttons: Button[] = [
    ...(who.runs
      ? [
          button(MENU.logRun, 'Log a run', 'log', { style: 'primary' }),
          button(MENU.myWeek, 'My runs', 'runs'),
        ]
      : []),
    ...(who.coaches ? [button(MENU.invite, 'Invite an athlete', 'invite')] : []),
    ...(who.isMember
      ? [button(MENU.leaderboard, 'Leaderboard', 'leaderboard'), button(MENU.groups, 'Groups', 'groups')]
      : []),
    button(MENU.help, 'Help', 'help'),
  ]
  return {
    text: `${text.mrkdwn} /astral help shows everything.`,
    blocks: [section(text), actions('menu', ...buttons)],
  }
}
