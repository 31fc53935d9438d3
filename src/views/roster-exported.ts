import { count } from './group-card.ts'
import { type Message, words } from './message.ts'
import { mrkdwn } from './mrkdwn.ts'

/** Beside the file with the roster. */
export function rosterExported(athletes: number): Message {
  return words(
    mrkdwn`The roster as CSV: ${count(athletes, 'athlete')}. It holds levels and labels, which are for coaches alone.`,
  )
}

/** Said at once; the file itself follows. */
export function rosterExportOnItsWay(): Message {
  return words(mrkdwn`The roster is being packed. The file comes in our direct message in a moment.`)
}
