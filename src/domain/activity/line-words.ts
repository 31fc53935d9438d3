import type { Result } from '#kernel/result.ts'
import { ok, refuse } from '#kernel/result.ts'
import { didYouMean } from '../text/edit-distance.ts'
import { clockReaders, DAY_WORDS, dayReaders } from './line-day-readers.ts'
import type { LineContext, LineFact, LineReader } from './line-fact.ts'
import { wordPattern } from './line-fact.ts'
import {
  bareNumberReaders,
  climbReaders,
  distanceReaders,
  effortReaders,
  heartRateReaders,
  paceReaders,
  timeReaders,
} from './line-measure-readers.ts'
import type { LineRefusal } from './line-refusal.ts'
import { SUB_TYPE_WORDS, subTypeFromWord } from './sub-type.ts'

const wordReaders: readonly LineReader[] = [
  {
    pattern: wordPattern('(?:i|we|did|went|ran|run|log|logged|a|an|my|the|in|for|of|and|with)'),
    read: ([word]) => ok({ field: word === 'run' ? 'some-run' : 'filler' }),
  },
  {
    pattern: wordPattern(String.raw`\p{L}[\p{L}_-]*`),
    read: ([word = '']) => {
      const subType = subTypeFromWord(word)
      return subType ? ok({ field: 'sub-type', value: subType }) : undefined
    },
  },
]

/** Two words that are one sub-type, such as `trail run`; before single words, or `run` would be left over. */
const wordPairReaders: readonly LineReader[] = [
  {
    pattern: wordPattern(String.raw`\p{L}+\s+\p{L}+`),
    read: ([words = '']) => {
      const subType = subTypeFromWord(words.replace(/\s+/, '-'))
      return subType ? ok({ field: 'sub-type', value: subType }) : undefined
    },
  },
]

/** Tried in this order at every place: `2026-11-20` before a bare `2026`, `6:30am` before the duration `6:30`. */
const READERS: readonly LineReader[] = [
  ...dayReaders,
  ...paceReaders,
  ...clockReaders,
  ...heartRateReaders,
  ...effortReaders,
  ...climbReaders,
  ...timeReaders,
  ...distanceReaders,
  ...bareNumberReaders,
  ...wordPairReaders,
  ...wordReaders,
]

const BETWEEN = /[\s,;.!]*/uy

/** Reads everything a line says, left to right; the first word that nothing understands is the refusal. */
export function readLineWords(line: string, context: LineContext): Result<LineFact[], LineRefusal> {
  // One code unit stays one, unlike with toLowerCase alone (İ becomes two), so that places in both texts agree.
  const lower = [...line]
    .map(letter => (letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter))
    .join('')
  const facts: LineFact[] = []
  let place = endOf(BETWEEN, lower, 0)
  while (place < lower.length) {
    const read = readAt(lower, place, context)
    if (!read) return refuse(unknownWord(line, place))
    if (!read.meaning.ok) return read.meaning
    facts.push({ text: line.slice(place, read.end).trim(), ...read.meaning.value })
    place = endOf(BETWEEN, lower, read.end)
  }
  return ok(facts)
}

function readAt(lower: string, place: number, context: LineContext) {
  for (const { pattern, read } of READERS) {
    pattern.lastIndex = place
    const match = pattern.exec(lower)
    const meaning = match ? read(match, context) : undefined
    if (match && meaning) return { meaning, end: place + match[0].length }
  }
  return undefined
}

function endOf(pattern: RegExp, text: string, place: number): number {
  pattern.lastIndex = place
  return place + (pattern.exec(text)?.[0].length ?? 0)
}

function unknownWord(line: string, place: number): LineRefusal {
  const word =
    line
      .slice(place)
      .split(/\s/u, 1)[0]
      ?.replace(/[,;.!]+$/, '') ?? ''
  const suggestion = didYouMean(word, [...SUB_TYPE_WORDS, ...DAY_WORDS])
  return suggestion ? { code: 'unknown-word', word, suggestion } : { code: 'unknown-word', word }
}
