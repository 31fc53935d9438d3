import type { Find } from '../decide-signals.ts'
import { painWordIn } from '../pain-words.ts'
import { recent } from './recent.ts'

/** A note of the last days that speaks of pain, and does not say that there was none. */
export const painNote: Find = facts =>
  recent(facts).flatMap(({ id, localOn, note }) => {
    const word = painWordIn(note)
    return word === null ? [] : [{ rule: 'pain' as const, activityId: id, on: localOn, word, note }]
  })
