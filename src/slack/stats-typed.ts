import { isZone, type Zone } from '#kernel/instant.ts'
import { ok, type Result } from '#kernel/result.ts'
import { readBoardTyped } from './board-typed.ts'
import { type Misuse, misuse } from './kit/subcommand.ts'
import type { Word } from './kit/words.ts'

/** What somebody typed after `stats` or `compare`; null where they said nothing. */
export type StatsTyped = { groupName: string | null; range: string | null; zone: Zone | null }

/** Reads group, days and time zone in any order; a zone is what has a slash in it, or `UTC`. */
export function readStatsTyped(words: readonly Word[]): Result<StatsTyped, Misuse> {
  const zoneWord = words.find(
    word =>
      word.kind === 'text' && !word.isQuoted && (/^[A-Za-z_]+\/\S+$/.test(word.text) || word.text === 'UTC'),
  )
  if (zoneWord && !isZone(zoneWord.text)) {
    return misuse(`I don’t know the time zone “${zoneWord.text}”. Use a name such as Europe/Oslo.`)
  }
  const typed = readBoardTyped(words.filter(word => word !== zoneWord))
  if (!typed.ok) return typed
  const { groupName, range, metric, isPost } = typed.value
  if (isPost) return misuse('Stats are for you alone; `leaderboard --post` posts to a channel.')
  if (metric !== null) return misuse(`Stats have all measures at once; leave out “${metric}”.`)
  return ok({ groupName, range, zone: zoneWord ? (zoneWord.text as Zone) : null })
}
