import { type Message, words } from './message.ts'
import { mrkdwn } from './mrkdwn.ts'

/** The answer to "Send me the chart". */
export function pictureComes(): Message {
  return words(mrkdwn`The chart comes to you as a direct message.`)
}
