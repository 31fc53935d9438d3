import { rangeInWords } from '#domain/calendar/range-in-words.ts'
import type { Comparison, GroupStats } from '#domain/ranking/group-stats.ts'
import { context, header, section } from './blocks.ts'
import { totalDistanceText } from './figures.ts'
import { LIMITS } from './limits.ts'
import type { Message } from './message.ts'
import { type Mrkdwn, mrkdwn } from './mrkdwn.ts'
import { type Picture, pictureBlocks } from './picture.ts'
import { counted } from './score.ts'
import { comparisonInWords, comparisonTitle } from './stats.ts'

/** A group's stats as a picture, in the direct message of whoever asked. */
export function statsPictured(stats: GroupStats, picture: Picture | null): Message {
  const title = `${stats.groupName} · ${rangeInWords(stats.range)}`
  const words = mrkdwn`${totalDistanceText(stats.sums.distanceCm)} in ${counted(stats.sums.activities, 'run')}; ${stats.sums.active} of ${counted(stats.sums.counted, 'member')} ran.`
  return pictured(title, words, picture, stats.zone)
}

/** Groups beside each other as a picture. */
export function comparisonPictured(comparison: Comparison, picture: Picture | null): Message {
  const title = comparisonTitle(comparison)
  const words = comparisonInWords(comparison, LIMITS.sectionText)
  return pictured(title, words, picture, comparison.zone)
}

/** The alt text carries the data in words; without a picture the words stand alone. */
function pictured(title: string, words: Mrkdwn, picture: Picture | null, zone: string): Message {
  return {
    text: mrkdwn`*${title}*\n${words}`.mrkdwn,
    blocks: [
      header(title),
      ...pictureBlocks(picture),
      section(words),
      context(mrkdwn`days by ${zone} · only you see this`),
    ],
  }
}
