import { fastestEverMs } from '#domain/activity/world-records.ts'
import { cleanName } from '#domain/text/clean-text.ts'
import { didYouMean } from '#domain/text/edit-distance.ts'
import { type Length, type Step, type StepKind, type Target, WORKOUT_LIMITS } from '../workout.ts'
import { isLengthAhead, readLength } from './read-length.ts'
import { readBareTarget, readTargetAfterAt } from './read-target.ts'
import { fail, look, type Reader, skipSpaces, take } from './reader.ts'
import { readEffortWord, readKind, STEP_WORDS } from './step-words.ts'
import type { SaidTwice } from './workout-text-fault.ts'

/** A step as it was written: its kind may have been left to its place. */
export type WrittenStep = Omit<Step, 'kind'> & { kind: StepKind | null }

const NOTE = /["“”„«»](?<note>[^"“”„«»\n]*)["“”„«»]/y
const NOTE_START = /["“”„«»]/y
/** `r400m`, `rest 90s`, `w/ 2min`: what is done between two repeats. */
const RECOVERY = /(?:r|rest|rec|recovery|with|w\/)\s*(?=\d|open(?![a-z])|lap(?![a-z]))/iy

export function takeRecoveryMark(reader: Reader): boolean {
  return take(reader, RECOVERY) !== undefined
}

/** A length with the words, the target and the note beside it, in whatever order. */
export function readStep(reader: Reader): WrittenStep {
  const said: Partial<Omit<WrittenStep, 'length'>> = {}
  while (!isLengthAhead(reader) && readWord(reader, said)) skipSpaces(reader)
  if (!isLengthAhead(reader)) failAtWord(reader, 'no-length')
  const length = readLength(reader)
  for (;;) {
    skipSpaces(reader)
    const from = reader.at
    if (look(reader, RECOVERY)) break
    if (!readWord(reader, said) && !readTarget(reader, said, length) && !readNoteInto(reader, said)) break
    if (reader.at === from) break
  }
  return {
    kind: said.kind ?? null,
    length,
    word: said.word ?? null,
    target: said.target ?? { kind: 'none' },
    note: said.note ?? '',
  }
}

/** Stops here: at an unknown word with the word that was perhaps meant, at anything else with the other reason. */
export function failAtWord(reader: Reader, otherwise: 'no-length' | 'no-separator'): never {
  const word = look(reader, /\p{L}[\p{L}-]*/uy)?.[0]
  if (word === undefined) {
    if (look(reader, /\)/y)) fail(reader, { code: 'bracket-stray' })
    return fail(reader, { code: otherwise })
  }
  return fail(reader, { code: 'unknown-word', suggestion: didYouMean(word, STEP_WORDS) ?? null })
}

/** A note in quotes; undefined when none starts here. */
export function readNote(reader: Reader): string | undefined {
  if (!look(reader, NOTE_START)) return undefined
  const from = reader.at
  const found = take(reader, NOTE)
  if (!found) fail(reader, { code: 'note-open' })
  const note = cleanName(found.groups?.note ?? '')
  const limit = WORKOUT_LIMITS.noteLength
  if (note.length > limit) fail(reader, { code: 'note-too-long', limit }, from)
  return note
}

type Said = Partial<Omit<WrittenStep, 'length'>>

function readWord(reader: Reader, said: Said): boolean {
  const from = reader.at
  const kind = readKind(reader)
  if (kind) {
    once(reader, said.kind, 'kind', from)
    said.kind = kind
    return true
  }
  const word = readEffortWord(reader)
  if (!word) return false
  once(reader, said.word, 'word', from)
  said.word = word
  return true
}

function readTarget(reader: Reader, said: Said, length: Length): boolean {
  const from = reader.at
  const hasAt = take(reader, /@\s*/y) !== undefined
  const target = hasAt ? readTargetAfterAt(reader) : readBareTarget(reader)
  if (!target) {
    if (!hasAt) return false
    // `@easy` says the same as `easy`.
    return readWord(reader, said) || fail(reader, { code: 'no-target' })
  }
  once(reader, said.target, 'target', from)
  requireHumanPace(reader, target, length, from)
  said.target = target
  return true
}

function readNoteInto(reader: Reader, said: Said): boolean {
  const from = reader.at
  const note = readNote(reader)
  if (note === undefined) return false
  once(reader, said.note, 'note', from)
  said.note = note
  return true
}

/** Nobody has run this step at this pace: it is a slip of the hand. */
function requireHumanPace(reader: Reader, target: Target, length: Length, from: number): void {
  if (target.kind !== 'pace' || length.kind === 'open') return
  const cm = length.kind === 'distance' ? length.cm : (length.ms / target.fastestMsPerKm) * 100_000
  const ms = length.kind === 'duration' ? length.ms : (length.cm / 100_000) * target.fastestMsPerKm
  if (ms < fastestEverMs(cm)) fail(reader, { code: 'pace-faster-than-record' }, from)
}

function once(reader: Reader, before: unknown, what: SaidTwice, from: number): void {
  if (before !== undefined) fail(reader, { code: 'said-twice', what }, from)
}
