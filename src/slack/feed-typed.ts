import { parseRangeWords } from '#domain/calendar/range-words.ts'
import { isFilterWord } from '#domain/feed/feed-filter.ts'
import { type FeedMode, feedModeFromWord } from '#domain/feed/subscription.ts'
import type { LocalDay } from '#kernel/instant.ts'
import { ok, type Result } from '#kernel/result.ts'
import { type Misuse, misuse } from './kit/subcommand.ts'
import type { Word } from './kit/words.ts'

/** What somebody typed after `feed`; null where they said nothing. */
export type FeedTyped = { groupName: string | null; subTypes: string[]; range: string | null }

const LONGEST_PHRASE = 3
const ANY_DAY = '2026-01-01' as LocalDay

/**
 * Reads group, sub-types and days in any order. A quoted word is the group, and what is left is taken for sub-types, so
 * that a misspelt one is named; without quotes the group is what is left.
 */
export function readFeedTyped(words: readonly Word[]): Result<FeedTyped, Misuse> {
  const strange = words.find(word => word.kind === 'flag' || word.kind === 'channel')
  if (strange) return misuse(`The feed is for you alone; leave out ${strange.text}.`)
  if (words.some(word => word.kind === 'person')) return misuse('A feed is of a group, not of a person.')
  const { quoted, free } = split(words)
  const { left, range } = takeRange(free)
  const subTypes = left.filter(isFilterWord)
  const rest = left.filter(word => !isFilterWord(word))
  if (quoted !== null) return ok({ groupName: quoted, subTypes: [...subTypes, ...rest], range })
  return ok({ groupName: rest.length > 0 ? rest.join(' ') : null, subTypes, range })
}

/** What somebody typed after `subscribe` or `unsubscribe`. */
export type SubscribeTyped = {
  groupName: string
  channelId: string | null
  mode: FeedMode | null
  subTypes: string[]
}

export function readSubscribeTyped(words: readonly Word[]): Result<SubscribeTyped, Misuse> {
  const flag = words.find(word => word.kind === 'flag')
  if (flag) return misuse(`I don’t know ${flag.text}.`)
  const channel = words.find(word => word.kind === 'channel')
  const { quoted, free } = split(words)
  const modes = free.filter(word => feedModeFromWord(word) !== undefined)
  const others = free.filter(word => feedModeFromWord(word) === undefined)
  const subTypes = others.filter(isFilterWord)
  const rest = others.filter(word => !isFilterWord(word))
  const groupName = quoted ?? rest.join(' ')
  if (groupName === '') return misuse('Which group? Put its name in quotes.')
  return ok({
    groupName,
    channelId: channel?.kind === 'channel' ? channel.channelId : null,
    mode: feedModeFromWord(modes.at(-1) ?? '') ?? null,
    subTypes: quoted === null ? subTypes : [...subTypes, ...rest],
  })
}

function split(words: readonly Word[]): { quoted: string | null; free: string[] } {
  const quoted = words.find(word => word.kind === 'text' && word.isQuoted)
  return {
    quoted: quoted?.text ?? null,
    free: words
      .filter(word => word.kind === 'text' && word !== quoted)
      .flatMap(word => word.text.split(',').filter(Boolean)),
  }
}

/** The longest phrase of days, wherever it stands: `this week`, `2026-04-01 to 2026-04-30`. */
function takeRange(words: readonly string[]): { left: string[]; range: string | null } {
  for (let length = Math.min(LONGEST_PHRASE, words.length); length > 0; length -= 1) {
    for (let from = 0; from + length <= words.length; from += 1) {
      const text = words.slice(from, from + length).join(' ')
      if (isRange(text))
        return { left: [...words.slice(0, from), ...words.slice(from + length)], range: text }
    }
  }
  return { left: [...words], range: null }
}

/** Also days that run backwards: they are refused later, with their own sentence. */
function isRange(text: string): boolean {
  const range = parseRangeWords(text, ANY_DAY)
  return range.ok || range.refusal.code !== 'unknown-range'
}
