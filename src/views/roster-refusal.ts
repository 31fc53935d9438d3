import type { RosterRefusal } from '#domain/roster/roster-refusal.ts'
import { type Mrkdwn, mrkdwn } from './mrkdwn.ts'
import { shorten } from './shorten.ts'

/** Refusals about the roster, in words that say what to do next. */
export function rosterRefusalInWords(refusal: RosterRefusal): Mrkdwn {
  switch (refusal.code) {
    case 'athlete-changed-meanwhile':
      return mrkdwn`Somebody else changed ${refusal.name} meanwhile. Look at what they changed, then save again.`
    case 'nickname-too-long':
    case 'level-too-long':
    case 'note-too-long':
      return mrkdwn`That has ${refusal.length} characters; ${refusal.limit} is the most. Make it shorter.`
    case 'label-malformed':
      return mrkdwn`“${shorten(refusal.text, 60)}” cannot be a label. Use letters, digits and dashes, 30 characters at most, such as @marathon.`
    case 'too-many-labels':
      return mrkdwn`${refusal.limit} labels are the most for one athlete. Leave some out.`
    case 'profile-number-wrong':
      return mrkdwn`That is a whole number from ${refusal.from} to ${refusal.to}.`
    case 'target-pace-wrong':
      return mrkdwn`I do not understand “${shorten(refusal.text, 40)}” as a pace. Write 5:30 for each kilometre, or 8:51/mi.`
    case 'race-name-too-long':
      return mrkdwn`That has ${refusal.length} characters; ${refusal.limit} is the most. Make it shorter.`
    case 'race-over':
      return mrkdwn`That day is over. Choose a later one, or leave it empty.`
    case 'birth-year-for-grading':
      return mrkdwn`Age grading needs your birth year. Give it, or choose “Not for me”.`
    case 'heart-rates-out-of-order':
      return mrkdwn`Resting is the lowest, then threshold, then maximum. Look which one is mistyped.`
    case 'note-empty':
      return mrkdwn`Write something into the note.`
  }
}
