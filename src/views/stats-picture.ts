import type { KnownBlock } from '@slack/types'
import { rangeInWords } from '#domain/calendar/range-in-words.ts'
import type { Comparison, GroupStats } from '#domain/ranking/group-stats.ts'
import { context, header, section } from './blocks.ts'
import { dayText, totalDistanceText } from './figures.ts'
import { LIMITS } from './limits.ts'
import type { Message } from './message.ts'
import { type Mrkdwn, mrkdwn } from './mrkdwn.ts'
import { counted } from './score.ts'
import { shorten } from './shorten.ts'
import { comparisonInWords, comparisonTitle } from './stats.ts'

/** A group's stats as a picture, in the direct message of whoever asked. */
export function statsPictured(stats: GroupStats, chartFileId: string | null): Message {
  const title = `${stats.groupName} · ${rangeInWords(stats.range)}`
  const words = mrkdwn`${totalDistanceText(stats.sums.distanceCm)} in ${counted(stats.sums.activities, 'run')}; ${stats.sums.active} of ${counted(stats.sums.counted, 'member')} ran.`
  const days = stats.days
    .filter(day => day.activities > 0)
    .map(day => `${dayText(day.on)} ${totalDistanceText(day.distanceCm)}`)
  return pictured(title, words, `Column chart of ${title}: ${days.join('; ')}`, chartFileId, stats.zone)
}

/** Groups beside each other as a picture. */
export function comparisonPictured(comparison: Comparison, chartFileId: string | null): Message {
  const title = comparisonTitle(comparison)
  const words = comparisonInWords(comparison, LIMITS.sectionText)
  return pictured(title, words, `Bar chart: ${title}. ${words.mrkdwn}`, chartFileId, comparison.zone)
}

/** The alt text carries the data in words; without a picture the words stand alone. */
function pictured(title: string, words: Mrkdwn, alt: string, fileId: string | null, zone: string): Message {
  const blocks: KnownBlock[] = [header(title)]
  if (fileId !== null) {
    blocks.push({ type: 'image', slack_file: { id: fileId }, alt_text: shorten(alt, LIMITS.altText) })
  }
  blocks.push(section(words), context(mrkdwn`days by ${zone} · only you see this`))
  return { text: mrkdwn`*${title}*\n${words}`.mrkdwn, blocks }
}
