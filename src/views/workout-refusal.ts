import type { WorkoutRefusal } from '#domain/plan/workout-refusal.ts'
import type { Refusal } from '#domain/refusal.ts'
import { type Mrkdwn, mrkdwn } from './mrkdwn.ts'
import { shorten } from './shorten.ts'
import { pointedAt, textFaultInWords } from './workout-text-fault.ts'

export function isWorkoutRefusal(refusal: Refusal): refusal is WorkoutRefusal {
  return refusal.code.startsWith('workout-')
}

/** Refusals about the workout library, in words that say what to do next. */
export function workoutRefusalInWords(refusal: WorkoutRefusal): Mrkdwn {
  switch (refusal.code) {
    case 'workout-title-empty':
      return mrkdwn`The workout needs a title, such as \`/astral workout create "Yasso 800s" 2km easy + 10x800m @3:30/km r400m jog + 2km easy\`.`
    case 'workout-title-too-long':
      return mrkdwn`That title has ${refusal.length} characters; ${refusal.limit} is the most. Make it shorter.`
    case 'workout-title-taken':
      return mrkdwn`The library has a workout “${refusal.title}” already. Give this one another title.`
    case 'workout-text-wrong':
      return mrkdwn`\`\`\`${pointedAt(refusal.text, refusal.fault)}\`\`\`\n${textFaultInWords(refusal.text, refusal.fault)}`
    case 'workout-unknown': {
      const title = shorten(refusal.title, 60)
      return refusal.suggestion
        ? mrkdwn`There is no workout “${title}”. Did you mean “${refusal.suggestion}”?`
        : mrkdwn`There is no workout “${title}”. \`/astral workout list\` shows the library.`
    }
    case 'workout-gone':
      return mrkdwn`That workout is not in the library any more. \`/astral workout list\` shows what is.`
    case 'workout-changed-meanwhile':
      return mrkdwn`Somebody else changed “${refusal.current.title}” meanwhile. Open it again to see what it is now.`
    case 'workout-archived':
      return mrkdwn`“${refusal.title}” is archived. Restore it first.`
  }
}
