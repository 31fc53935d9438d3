import type { DayRange } from '#domain/calendar/day-range.ts'
import { rangeInWords } from '#domain/calendar/range-in-words.ts'
import { type Message, words } from './message.ts'
import { mentionChannel, mrkdwn } from './mrkdwn.ts'
import { counted } from './score.ts'

/** To whoever set the schedule: Astral was not running when it was due, and now it is too late to post. */
export function occurrenceMissed(missed: {
  groupName: string
  channelId: string
  /** The week of the latest post that was missed. */
  range: DayRange
  weeks: number
}): Message {
  const where = mrkdwn`the weekly leaderboard of *${missed.groupName}* in ${mentionChannel(missed.channelId)}`
  const what =
    missed.weeks === 1
      ? mrkdwn`I was not running when ${where} for ${rangeInWords(missed.range)} was due, so it was not posted.`
      : mrkdwn`I was not running when ${where} was due: ${counted(missed.weeks, 'week')} were not posted, the last for ${rangeInWords(missed.range)}.`
  return words(
    mrkdwn`${what} The next one comes as planned. To post it now all the same: \`/astral leaderboard "${missed.groupName}" ${missed.range.from}..${missed.range.to} --post\` in the channel.`,
  )
}
