import type { LineRefusal } from '#domain/activity/line-refusal.ts'
import { dayText, distanceField } from './figures.ts'
import { type Mrkdwn, mrkdwn } from './mrkdwn.ts'

/** Says why a typed line is no run, and how it would be one. */
export function lineRefusalInWords(refusal: LineRefusal): Mrkdwn {
  switch (refusal.code) {
    case 'line-empty':
      return mrkdwn`Tell me what you did, such as \`8.2km 45:10 easy\`.`
    case 'line-too-long':
      return mrkdwn`That line has ${refusal.length} characters; ${refusal.maxLength} is the most.`
    case 'distance-missing':
      return mrkdwn`A pace alone is not enough: add the distance or the time, such as \`8km @5:30\`.`
    case 'time-missing':
      return refusal.distanceCm === null
        ? mrkdwn`How long did it take? Add the time, such as \`8.2km 45:10\`.`
        : mrkdwn`How long did it take? Add the time, such as \`${distanceField(refusal.distanceCm)}km 45:10\`.`
    case 'unit-missing':
      return mrkdwn`What is ${refusal.number}? Add its unit: \`${refusal.number}min\` is a time, \`${refusal.number}km\` a distance.`
    case 'distance-twice':
      return twice('distances', refusal)
    case 'time-twice':
      return twice('times', refusal)
    case 'pace-twice':
      return twice('paces', refusal)
    case 'day-twice':
      return twice('days', refusal)
    case 'clock-twice':
      return twice('times of day', refusal)
    case 'sub-type-twice':
      return twice('kinds of run', refusal)
    case 'heart-rate-twice':
      return twice('heart rates', refusal)
    case 'climb-twice':
      return twice('climbs', refusal)
    case 'effort-twice':
      return twice('efforts', refusal)
    case 'time-unreadable':
      return mrkdwn`I do not understand “${refusal.text}” as a time. Write it as 45:10 (minutes and seconds) or 1:12:30 (hours).`
    case 'clock-unreadable':
      return mrkdwn`“${refusal.text}” is no time of day. Write it as \`at 18:30\` or \`6:30pm\`.`
    case 'day-unreadable':
      return mrkdwn`There is no day “${refusal.text}”. Write it as \`yesterday\`, \`monday\` or \`2026-11-20\`.`
    case 'day-in-future':
      return mrkdwn`${dayText(refusal.on)} is still to come. Log a run when it is done.`
    case 'pace-contradicts':
      return mrkdwn`Distance and time make a pace of ${pace(refusal.impliedSecondsPerKm)}, but you wrote ${pace(refusal.givenSecondsPerKm)}. Leave one of the three out.`
    case 'unknown-word':
      return refusal.suggestion
        ? mrkdwn`I do not understand “${refusal.word}”. Did you mean ${refusal.suggestion}? A note goes in quotes: \`8.2km 45:10 easy "windy"\`.`
        : mrkdwn`I do not understand “${refusal.word}”. A run looks like \`8.2km 45:10 easy\`; a note goes in quotes.`
  }
}

function twice(what: string, { first, second }: { first: string; second: string }): Mrkdwn {
  return mrkdwn`There are two ${what}: “${first}” and “${second}”. Leave one out, or put a note in quotes.`
}

function pace(secondsPerKm: number): string {
  const seconds = Math.round(secondsPerKm)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')} /km`
}
