import type { BulkRefusal } from '#domain/roster/bulk-change.ts'
import { fitLines } from './fit-lines.ts'
import { joinMrkdwn, type Mrkdwn, mrkdwn } from './mrkdwn.ts'

const NAMES_CHARACTERS = 600

/** As many names as fit, and how many more there are. */
export function someNames(names: readonly string[], total: number = names.length): Mrkdwn {
  const shown = fitLines(
    names.map(name => mrkdwn`${name}`),
    NAMES_CHARACTERS,
  )
  const more = total - shown.length
  return mrkdwn`${joinMrkdwn(shown, ', ')}${more > 0 ? ` and ${more} more` : ''}`
}

/** Refusals about changes of many athletes, in words that say what to do next. */
export function bulkRefusalInWords(refusal: BulkRefusal): Mrkdwn {
  switch (refusal.code) {
    case 'bulk-nothing-chosen':
      return mrkdwn`Say what to change: a level, labels, a group or a coach.`
    case 'bulk-nothing-changed':
      return mrkdwn`Nothing to do: it is like that for everybody you chose.`
    case 'bulk-too-many':
      return mrkdwn`${refusal.limit} athletes are the most at once. Narrow the roster with a filter first.`
    case 'bulk-not-yours':
      return mrkdwn`Not assigned to you: ${someNames(refusal.names)}. Leave them out, or ask the head coach. Nothing was changed.`
    case 'bulk-suspended':
      return mrkdwn`Suspended, so in no new group: ${someNames(refusal.names)}. Leave them out. Nothing was changed.`
    case 'bulk-changed-since':
      return mrkdwn`Somebody has changed the same since for ${someNames(refusal.names)}, so nothing was taken back. Change them one by one, or make a new change.`
    case 'bulk-too-many-labels':
      return mrkdwn`${refusal.limit} labels are the most for one athlete, and it would be more for ${someNames(refusal.names)}. Nothing was changed.`
    case 'bulk-label-both':
      return mrkdwn`@${refusal.label} is among the labels to add and to remove. Leave it out of one.`
    case 'bulk-undone':
      return mrkdwn`That is taken back already.`
    case 'bulk-undo-over':
      return mrkdwn`A change of many can be taken back for one day; that is over. Make a new change instead.`
    case 'bulk-undo-not-yours':
      return mrkdwn`Only whoever made the change and the head coach can take it back.`
  }
}
