import { type Message, words } from './message.ts'
import { mrkdwn } from './mrkdwn.ts'

/** To whoever writes something that is no run. */
export function dmHint(): Message {
  return words(
    mrkdwn`I log runs: type one such as \`8.2km 45:10 easy\`, or drop a FIT, GPX or TCX file here. \`help\` shows all I can do.`,
  )
}
