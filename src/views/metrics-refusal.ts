import type { MetricsRefusal } from '#domain/metrics/metrics-refusal.ts'
import { type Mrkdwn, mrkdwn } from './mrkdwn.ts'
import { shorten } from './shorten.ts'

/** Refusals about figures, in words that say what to do next. */
export function metricsRefusalInWords(refusal: MetricsRefusal): Mrkdwn {
  switch (refusal.code) {
    case 'performance-without-distance':
      return mrkdwn`Paces need a distance and a time, such as \`5km 21:00\`.`
    case 'performance-shows-nothing':
      switch (refusal.why) {
        case 'short':
          return mrkdwn`That is too short to say anything of training paces. Give a race of at least 3:30, such as \`5km 21:00\`.`
        case 'long':
          return mrkdwn`Beyond five hours the formula does not hold. Give a shorter race, such as \`half 2:10:00\`.`
        case 'beyond':
          return mrkdwn`Nobody runs like that: look at distance and time again. \`21:00\` is minutes and seconds, \`1:35:00\` hours.`
      }
      break
    case 'metrics-hidden':
      return mrkdwn`${refusal.name} does not show you their runs and pace: that is theirs to decide.`
    case 'metric-word-unknown':
      return refusal.suggestion === null
        ? mrkdwn`I know no number called “${shorten(refusal.text, 40)}”. \`/astral why\` lists them all.`
        : mrkdwn`I know no number called “${shorten(refusal.text, 40)}”. Did you mean \`/astral why ${refusal.suggestion}\`?`
    case 'no-run-then':
      return mrkdwn`There is no such run of yours. \`/astral runs\` lists them; \`/astral why 1\` is the newest.`
  }
}
