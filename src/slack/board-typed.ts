import { parseRangeWords, RANGE_WORDS } from '#domain/calendar/range-words.ts'
import { METRIC_WORDS, metricFromWord } from '#domain/ranking/metric.ts'
import { FIVE_WAYS_WORDS, isFiveWays } from '#domain/ranking/week-card.ts'
import { didYouMean } from '#domain/text/edit-distance.ts'
import type { LocalDay } from '#kernel/instant.ts'
import { ok, type Result } from '#kernel/result.ts'
import { type Misuse, misuse } from './kit/subcommand.ts'
import type { Word } from './kit/words.ts'

/** What somebody typed after `leaderboard`; null where they said nothing. */
export type BoardTyped = {
  groupName: string | null
  range: string | null
  metric: string | null
  channelId: string | null
  isPost: boolean
}

/** The longest phrase that means one thing: `2026-04-01 to 2026-04-30`. */
const LONGEST_PHRASE = 3
const ANY_DAY = '2026-01-01' as LocalDay

/**
 * Reads group, days and measure in any order. A quoted word is the group; without one, the group is what is left when
 * days and measure are taken from the end.
 */
export function readBoardTyped(words: readonly Word[]): Result<BoardTyped, Misuse> {
  const unknownFlag = words.find(word => word.kind === 'flag' && word.name !== 'post')
  if (unknownFlag) return misuse(`I don’t know ${unknownFlag.text}.`)
  if (words.some(word => word.kind === 'person'))
    return misuse('A leaderboard is of a group, not of a person.')
  const channel = words.find(word => word.kind === 'channel')
  const isPost = words.some(word => word.kind === 'flag')
  if (channel && !isPost) return misuse('To post it there, add --post.')
  const quoted = words.find(word => word.kind === 'text' && word.isQuoted)
  const free = words.filter(word => word.kind === 'text' && word !== quoted).map(word => word.text)
  const { left, range, metric } = takeFromEnd(free)
  if (quoted && left.length > 0) return misuse(notUnderstood(left.join(' ')))
  return ok({
    groupName: quoted?.text ?? (left.length > 0 ? left.join(' ') : null),
    range,
    metric,
    channelId: channel?.channelId ?? null,
    isPost,
  })
}

function takeFromEnd(words: readonly string[]): {
  left: string[]
  range: string | null
  metric: string | null
} {
  const left = [...words]
  let range: string | null = null
  let metric: string | null = null
  for (;;) {
    const phrases = Array.from({ length: Math.min(LONGEST_PHRASE, left.length) }, (_, index) =>
      left.slice(index - Math.min(LONGEST_PHRASE, left.length)),
    )
    const found = phrases.find(phrase => {
      const text = phrase.join(' ')
      if (range === null && isRange(text)) range = text
      else if (metric === null && (metricFromWord(text) || isFiveWays(text))) metric = text
      else return false
      return true
    })
    if (!found) return { left, range, metric }
    left.length -= found.length
  }
}

/** Also days that run backwards: they are refused later, with their own sentence. */
function isRange(text: string): boolean {
  const range = parseRangeWords(text, ANY_DAY)
  return range.ok || range.refusal.code !== 'unknown-range'
}

function notUnderstood(text: string): string {
  const meant = didYouMean(text, [...RANGE_WORDS, ...METRIC_WORDS, ...FIVE_WAYS_WORDS])
  return meant ? `I don’t understand “${text}”. Did you mean ${meant}?` : `I don’t understand “${text}”.`
}
