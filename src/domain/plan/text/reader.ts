import type { WorkoutTextFault, WorkoutTextProblem } from './workout-text-fault.ts'

/** A place in a text, moved on by what is read. */
export type Reader = { readonly text: string; at: number }

/** Carries a fault out of the descent; caught where the text came in. */
export class Misread extends Error {
  override name = 'Misread'
  readonly fault: WorkoutTextFault
  constructor(fault: WorkoutTextFault) {
    super(fault.problem.code)
    this.fault = fault
  }
}

/** Reads what matches here and moves on; undefined when nothing does. The pattern must be sticky. */
export function take(reader: Reader, pattern: RegExp): RegExpExecArray | undefined {
  const found = look(reader, pattern)
  if (found) reader.at += found[0].length
  return found
}

/** What matches here, without moving on. The pattern must be sticky. */
export function look(reader: Reader, pattern: RegExp): RegExpExecArray | undefined {
  pattern.lastIndex = reader.at
  return pattern.exec(reader.text) ?? undefined
}

export function skipSpaces(reader: Reader): void {
  take(reader, /[^\S\n]*/y)
}

export function isAtEnd(reader: Reader): boolean {
  return reader.at >= reader.text.length
}

/** Stops at the word here, or at the characters from `from` up to here. */
export function fail(reader: Reader, problem: WorkoutTextProblem, from?: number): never {
  if (from !== undefined) throw new Misread({ at: from, length: Math.max(1, reader.at - from), problem })
  const word = look(reader, /[^\s+,;()]+|\S/y)?.[0] ?? ''
  throw new Misread({ at: reader.at, length: Math.max(1, word.length), problem })
}
