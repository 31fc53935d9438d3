import { type Message, words } from './message.ts'
import { mrkdwn } from './mrkdwn.ts'

/** Beside the file with somebody's own data. */
export function dataExported(): Message {
  return words(
    mrkdwn`Here is everything Astral stores of you, as JSON in a ZIP file. The files that you dropped are in its folder \`originals\`, the newest 200 MB of them.`,
  )
}

/** Beside the file with the club's audit. */
export function auditExported(entries: number): Message {
  return words(
    mrkdwn`The audit as CSV: ${entries === 1 ? '1 entry' : `${entries} entries`}. It names people: keep it as you would keep the club’s books.`,
  )
}

/** The receipt of a deletion, with the number of its audit entry. */
export function dataErased(seq: number): Message {
  return words(
    mrkdwn`Your data is deleted and you have left the club. Your receipt is audit entry *#${seq}*: it says how much was deleted, and nothing of what it was. Posts that showed you are drawn anew or taken away. What stands in this direct message is yours to delete.`,
  )
}

/** Said at once; the file itself follows. */
export function exportOnItsWay(): Message {
  return words(mrkdwn`Your data is being packed. The file comes in our direct message in a moment.`)
}

export function auditExportOnItsWay(): Message {
  return words(mrkdwn`The audit is being packed. The file comes in our direct message in a moment.`)
}
