import { ok, type Result } from '#kernel/result.ts'
import type { LogLine } from '#usecases/activity/log-line.ts'
import { type Misuse, misuse } from './kit/subcommand.ts'
import type { Word } from './kit/words.ts'

/** `:runner:`, or the sign itself: said for fun, and no part of what was run. Digits count as emoji parts to Unicode. */
const EMOJI =
  /^(?::[a-z][\w+'\-]*:|[[\p{Extended_Pictographic}\p{Emoji_Component}\u200D\uFE0F]--[0-9#*]])+$/iv

/** The words of a typed run as one line again: what was quoted stays quoted, because that is its note. */
export function typedLine(words: readonly Word[]): LogLine {
  const isAgain = words.some(isAgainFlag)
  const texts = words
    .filter(word => !isAgainFlag(word) && !isEmoji(word))
    .map(word => (isQuoted(word) ? `"${word.text}"` : word.text))
  return { text: texts.join(' '), isAgain }
}

/** The line, unless it names somebody: a coach who means an athlete's run would have logged it as their own. */
export function requireOwnLine(words: readonly Word[]): Result<LogLine, Misuse> {
  if (!words.some(word => word.kind === 'person')) return ok(typedLine(words))
  return misuse('Everybody logs their own runs: leave out whom you name.')
}

function isAgainFlag(word: Word): boolean {
  return word.kind === 'flag' && word.name === 'again'
}

function isQuoted(word: Word): boolean {
  return word.kind === 'text' && word.isQuoted
}

function isEmoji(word: Word): boolean {
  return !isQuoted(word) && EMOJI.test(word.text)
}
