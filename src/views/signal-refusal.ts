import type { SignalRefusal } from '#domain/signal/signal-refusal.ts'
import { type Mrkdwn, mrkdwn } from './mrkdwn.ts'

/** Refusals about signals, in words that say what to do next. */
export function signalRefusalInWords(refusal: SignalRefusal): Mrkdwn {
  switch (refusal.code) {
    case 'signal-gone':
      return mrkdwn`That is not so any more, or somebody else has answered it. \`/astral signals\` shows what is.`
    case 'threshold-wrong':
      return mrkdwn`That is a whole number from ${refusal.least} to ${refusal.most} (${refusal.unit}).`
    case 'nudged-today':
      return mrkdwn`A coach wrote to ${refusal.name} through Astral today already. Write to them directly, or wait until tomorrow.`
    case 'nudge-empty':
      return mrkdwn`Write something.`
    case 'nudge-too-long':
      return mrkdwn`That has ${refusal.length} characters; ${refusal.limit} is the most. Make it shorter.`
    case 'athlete-not-active':
      return mrkdwn`${refusal.name} is not active in the club now, so Astral does not write to them.`
    case 'quiet-hours-wrong':
      return mrkdwn`Write two different times such as \`21:00 7:00\`, or \`off\`.`
  }
}
