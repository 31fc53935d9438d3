import type { WorkoutTextFault } from '#domain/plan/text/workout-text-fault.ts'
import { shorten } from './shorten.ts'

/** Characters before the fault that are shown with it: a phone's line holds no more. */
const BEFORE = 24
const SHOWN = 36

/** The text around a fault, and carets under the word that is wrong. */
export function pointedAt(text: string, { at, length }: WorkoutTextFault): string {
  const from = Math.max(0, at - BEFORE)
  const line = text.slice(from, from + SHOWN).replaceAll(/\s/g, ' ')
  const carets = Math.max(1, Math.min(length, SHOWN - (at - from)))
  const start = from > 0 ? '…' : ''
  const end = from + SHOWN < text.length ? '…' : ''
  return `${start}${line}${end}\n${' '.repeat(at - from + start.length)}${'^'.repeat(carets)}`
}

/** What is wrong and how to write it, in one plain sentence or two. */
export function textFaultInWords(text: string, fault: WorkoutTextFault): string {
  const { problem } = fault
  const found = shorten(text.slice(fault.at, fault.at + fault.length).trim(), 40)
  switch (problem.code) {
    case 'empty':
      return 'Write the workout in one line, such as 2km easy + 4x800m @3:40/km r400m jog + 2km easy.'
    case 'text-too-long':
      return `That has more than ${problem.limit} characters. Make it shorter; repeats help: 10x400m.`
    case 'no-length':
      return found === ''
        ? 'Something is missing at the end: how far or how long, such as 2km or 20min.'
        : `At “${found}” I expect how far or how long, such as 2km, 800m, 20min or 90s.`
    case 'no-unit':
      return `“${found}” has no unit. Write ${found}m, ${found}min or ${found}s.`
    case 'length-zero':
      return `“${found}” is nothing. Write how far or how long, such as 2km or 20min.`
    case 'no-separator':
      return `Before “${found}” I expect a plus: 2km easy + 4x800m.`
    case 'unknown-word':
      return problem.suggestion
        ? `I do not know “${found}”. Did you mean ${problem.suggestion}?`
        : `I do not know “${found}”. Words are easy, steady, tempo, threshold, marathon, interval, jog, walk, strides and rest; put notes into quotes.`
    case 'bracket-open':
      return 'This bracket is never closed. Write 3x(1km tempo + 1km easy).'
    case 'bracket-stray':
      return 'This bracket closes nothing. Take it out, or open one: 3x(1km tempo + 1km easy).'
    case 'no-target':
      return `After @ I expect a pace, zone, heart rate or effort: @3:40/km, @z3, @hr150-160, @rpe7.`
    case 'zone-unknown':
      return `“${found}” is no zone. They go from @z1 to @z6.`
    case 'effort-out-of-range':
      return 'Effort goes from @rpe1 to @rpe10.'
    case 'heart-rate-out-of-range':
      return `Heart rates go from ${problem.least} to ${problem.most}, such as @hr150-160.`
    case 'pace-out-of-range':
      return `“${found}” is no pace for training: between 2:00/km and 20:00/km, such as @3:40/km or @6:00/mi.`
    case 'pace-faster-than-record':
      return `“${found}” is faster than anybody has ever run that far. Write the pace of one kilometre, such as @3:40/km.`
    case 'repeats-out-of-range':
      return `Repeat from 1 to ${problem.limit} times, such as 10x400m.`
    case 'nested-too-deep':
      return `Repeats nest ${problem.limit} deep at most. Write some of them out.`
    case 'too-many-steps':
      return `That is more than ${problem.limit} steps with every repeat counted. Repeat less.`
    case 'too-far':
      return `That is more than ${problem.limitKm} km in all. Look at the units.`
    case 'too-long':
      return `That is more than ${problem.limitHours} hours in all. Look at the units.`
    case 'said-twice':
      return `“${found}” says a second ${TWICE[problem.what]} of one step. Take one out, or put a plus between two steps.`
    case 'recovery-without-repeat':
      return 'r… is the recovery between repeats: 4x800m r400m jog. Elsewhere write + 400m jog.'
    case 'note-open':
      return 'These quotes are never closed. Write 5km easy "on grass".'
    case 'note-too-long':
      return `A note has ${problem.limit} characters at most.`
  }
}

const TWICE = {
  word: 'word',
  target: 'target',
  note: 'note',
  kind: 'kind',
  recovery: 'recovery',
} as const
