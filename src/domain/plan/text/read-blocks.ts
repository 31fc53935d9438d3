import { type Block, type Blocks, type Repeat, type Step, WORKOUT_LIMITS } from '../workout.ts'
import { failAtWord, readNote, readStep, takeRecoveryMark, type WrittenStep } from './read-step.ts'
import { fail, isAtEnd, look, type Reader, skipSpaces, take } from './reader.ts'
import { guessedKind, placeOf } from './step-kind.ts'

const TIMES = /(?<times>\d+)\s*(?:[x×*]|times(?![a-z]))\s*/iy
const SEPARATOR = /\s*(?:[+,;\n]|then(?![a-z]))\s*/iy
const CLOSE = /\s*\)/y

type Written = WrittenStep | Repeat

/** `block + block + …`, up to the end or to the bracket that closes it. */
export function readBlocks(reader: Reader, depth: number): Blocks {
  const written: Written[] = []
  do {
    written.push(readBlock(reader, depth))
    skipSpaces(reader)
  } while (take(reader, SEPARATOR))
  const isRepeated = depth > 0
  if (!isAtEnd(reader) && !(isRepeated && look(reader, CLOSE))) failAfterBlock(reader)
  return written.map((block, index) => withKind(block, index, written.length, isRepeated))
}

function readBlock(reader: Reader, depth: number): Written {
  const from = reader.at
  const found = take(reader, TIMES)
  if (!found) {
    if (look(reader, /\(/y)) return readRepeat(reader, 1, depth, from)
    return readStep(reader)
  }
  const times = Number(found.groups?.times)
  const limit = WORKOUT_LIMITS.repeats
  if (times < 1 || times > limit) fail(reader, { code: 'repeats-out-of-range', limit }, from)
  return readRepeat(reader, times, depth, from)
}

function readRepeat(reader: Reader, times: number, depth: number, from: number): Repeat {
  const limit = WORKOUT_LIMITS.nesting
  if (depth >= limit) fail(reader, { code: 'nested-too-deep', limit }, from)
  const hasBrackets = look(reader, /\(/y) !== undefined
  const blocks = hasBrackets ? inBrackets(reader, depth + 1) : [repeatedAlone(reader)]
  const note = hasBrackets ? noteAfter(reader) : ''
  return { kind: 'repeat', times, blocks, recovery: recoveryAfter(reader), note }
}

function inBrackets(reader: Reader, depth: number): Blocks {
  const from = reader.at
  take(reader, /\(\s*/y)
  const blocks = readBlocks(reader, depth)
  if (!take(reader, CLOSE)) {
    reader.at = from
    fail(reader, { code: 'bracket-open' }, from)
  }
  return blocks
}

function repeatedAlone(reader: Reader): Step {
  const step = readStep(reader)
  return { ...step, kind: step.kind ?? guessedKind(step.word, placeOf(0, 1, true)) }
}

function noteAfter(reader: Reader): string {
  skipSpaces(reader)
  return readNote(reader) ?? ''
}

function recoveryAfter(reader: Reader): Step | null {
  skipSpaces(reader)
  if (!takeRecoveryMark(reader)) return null
  const from = reader.at
  const step = readStep(reader)
  if (step.kind !== null && step.kind !== 'recovery') {
    fail(reader, { code: 'said-twice', what: 'kind' }, from)
  }
  return { ...step, kind: 'recovery' }
}

function failAfterBlock(reader: Reader): never {
  const from = reader.at
  if (takeRecoveryMark(reader)) fail(reader, { code: 'recovery-without-repeat' }, from)
  return failAtWord(reader, 'no-separator')
}

function withKind(written: Written, index: number, count: number, isRepeated: boolean): Block {
  if (written.kind === 'repeat') return written
  const kind = written.kind ?? guessedKind(written.word, placeOf(index, count, isRepeated))
  return { ...written, kind }
}
