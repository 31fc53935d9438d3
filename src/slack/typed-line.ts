import type { LogLine } from '#usecases/activity/log-line.ts'
import type { Word } from './kit/words.ts'

/** The words of a typed run as one line again: what was quoted stays quoted, because that is its note. */
export function typedLine(words: readonly Word[]): LogLine {
  const isAgain = words.some(isAgainFlag)
  const texts = words
    .filter(word => !isAgainFlag(word))
    .map(word => (word.kind === 'text' && word.isQuoted ? `"${word.text}"` : word.text))
  return { text: texts.join(' '), isAgain }
}

function isAgainFlag(word: Word): boolean {
  return word.kind === 'flag' && word.name === 'again'
}
