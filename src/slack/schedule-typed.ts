import { localTimeFromWords } from '#domain/calendar/local-time.ts'
import { WEEKDAY_WORDS, type Weekday, weekdayFromWord } from '#domain/calendar/weekday.ts'
import { metricFromWord } from '#domain/ranking/metric.ts'
import { isFiveWays } from '#domain/ranking/week-card.ts'
import type { ScheduleRefusal } from '#domain/schedule/schedule.ts'
import { didYouMean } from '#domain/text/edit-distance.ts'
import type { LocalTime } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { type Misuse, misuse } from './kit/subcommand.ts'
import type { Word } from './kit/words.ts'

/** What somebody typed after `schedule`, all in one line. */
export type ScheduleTyped = {
  groupName: string
  channelId: string
  weekday: Weekday
  time: LocalTime
  zone: string | null
  metric: string | null
}

const LOOKS_LIKE_TIME = /^\d{1,2}[:.]\d{2}$/

/**
 * Reads group, weekday, time, channel, zone and measure in any order. A quoted word is the group; without one, the
 * group is what is left. Of several weekdays the last counts: "Tuesday Track monday 08:00".
 */
export function readScheduleTyped(words: readonly Word[]): Result<ScheduleTyped, ScheduleRefusal | Misuse> {
  const channel = words.find(word => word.kind === 'channel')
  const quoted = words.find(word => word.kind === 'text' && word.isQuoted)
  const free = words.filter(word => word.kind === 'text' && word !== quoted).map(word => word.text)
  const zone = takeLast(free, word => /^[A-Za-z]+\/\S+$|^UTC$/i.test(word)) ?? null
  const time = takeTime(free)
  if (time?.value === null) return refuse({ code: 'time-unknown', text: time.text })
  const weekday = takeLast(free, word => weekdayFromWord(word) !== undefined)
  const metric = takeLast(free, word => metricFromWord(word) !== undefined || isFiveWays(word)) ?? null
  const left = free.filter(word => !['on', 'at', 'in', 'every', 'by'].includes(word.toLowerCase()))
  const groupName = quoted?.text ?? left.join(' ')
  if (groupName === '') return misuse('Which group? Put its name in quotes.')
  if (weekday === undefined) {
    const strange = (quoted ? left : left.slice(1)).join(' ')
    if (strange === '') return misuse('On which weekday?')
    const suggestion = didYouMean(strange, WEEKDAY_WORDS) ?? null
    return refuse({ code: 'weekday-unknown', text: strange, suggestion })
  }
  if (quoted && left.length > 0) return misuse(`I don’t understand “${left.join(' ')}”.`)
  if (!time) return misuse('At what time? Write it as 08:00.')
  if (!channel) return refuse({ code: 'channel-missing' })
  return ok({
    groupName,
    channelId: channel.channelId,
    weekday: weekdayFromWord(weekday) ?? 1,
    time: time.value,
    zone,
    metric,
  })
}

/** Takes the last word that fits out of the list. */
function takeLast(words: string[], fits: (word: string) => boolean): string | undefined {
  const at = words.findLastIndex(fits)
  return at < 0 ? undefined : words.splice(at, 1)[0]
}

/** `6:30 pm` is two words; a number alone is a time only when nothing looks more like one. */
function takeTime(
  words: string[],
): { text: string; value: LocalTime } | { text: string; value: null } | undefined {
  for (let at = words.length - 2; at >= 0; at -= 1) {
    const two = `${words[at]} ${words[at + 1]}`
    const value = /^[ap]\.?m\.?$/i.test(words[at + 1] ?? '') ? localTimeFromWords(two) : undefined
    if (value === undefined) continue
    words.splice(at, 2)
    return { text: two, value }
  }
  const looksLike = takeLast(words, word => LOOKS_LIKE_TIME.test(word))
  if (looksLike !== undefined) return { text: looksLike, value: localTimeFromWords(looksLike) ?? null }
  const word = takeLast(words, candidate => localTimeFromWords(candidate) !== undefined)
  const value = word === undefined ? undefined : localTimeFromWords(word)
  return word === undefined || value === undefined ? undefined : { text: word, value }
}
