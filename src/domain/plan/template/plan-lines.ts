import { WEEKDAY_WORDS, weekdayFromWord } from '#domain/calendar/weekday.ts'
import { cleanName } from '#domain/text/clean-text.ts'
import { didYouMean } from '#domain/text/edit-distance.ts'
import { nameKey } from '#domain/text/name-key.ts'
import { parseWorkout } from '../text/parse-workout.ts'
import { printWorkout } from '../text/print-workout.ts'
import { PLAN_LIMITS, type PlanDay, type PlanSession, type PlanWeek, REST_DAY, REST_WEEK } from './plan.ts'
import type { PlanFault } from './plan-refusal.ts'

/** The club's workouts by the key of their titles. */
export type Library = ReadonlyMap<string, PlanSession & { title: string }>

/** A plan as it is read, line by line. */
export type Draft = { weeks: PlanWeek[]; faults: PlanFault[]; library: Library; isFull: boolean }

export function newDraft(library: Library): Draft {
  return { weeks: [], faults: [], library, isFull: false }
}

const REST = /^(?:rest|off|free|-|–|—)$/i
const WEEK_LINE = /^(?:week|wk|w)\s*(\d{1,4})\b\s*[:.]?\s*(.*)$/i
const DAY_LINE = /^([\p{L}.]+)\s*[:.]?\s*(.*)$/u

/** `Week 3 // step back`, `Mon 8km easy // flat`, `Tue rest`; empty lines and lines that begin with # say nothing. */
export function readLine(draft: Draft, lineText: string, line: number): void {
  const text = lineText.trim()
  if (text === '' || text.startsWith('#')) return
  const at = { line, lineText: text }
  const [said, note] = splitNote(text)
  const week = WEEK_LINE.exec(said)
  if (week) {
    beginWeek(draft, Number(week[1]), [week[2] ?? '', note].filter(Boolean).join(' '), at)
    return
  }
  const [, word = said, rest = ''] = DAY_LINE.exec(said) ?? []
  const weekday = weekdayFromWord(word.replace(/\.$/, ''))
  if (!weekday) {
    draft.faults.push({
      ...at,
      code: 'day-unknown',
      word,
      suggestion: didYouMean(word, WEEKDAY_WORDS) ?? null,
    })
    return
  }
  if (rest === '') draft.faults.push({ ...at, code: 'nothing-said', day: word })
  else putDay(draft, weekday - 1, rest, note, at)
}

export function beginWeek(
  draft: Draft,
  number: number,
  note: string,
  at: Pick<PlanFault, 'line' | 'lineText'>,
): void {
  const expected = draft.weeks.length + 1
  if (number > PLAN_LIMITS.weeks) {
    if (!draft.isFull) {
      draft.faults.push({ ...at, code: 'too-many-weeks', found: number, limit: PLAN_LIMITS.weeks })
    }
    draft.isFull = true
    return
  }
  if (number !== expected) {
    draft.faults.push({ ...at, code: 'week-out-of-order', found: number, expected })
  }
  draft.weeks.push({ ...REST_WEEK, note: noteOf(draft, note, at) })
}

/** Puts what is said of one day into the last week: up to two sessions, or rest. */
export function putDay(
  draft: Draft,
  index: number,
  said: string,
  note: string,
  at: Pick<PlanFault, 'line' | 'lineText'>,
): void {
  if (draft.isFull) return
  const week = draft.weeks.at(-1)
  if (!week) {
    draft.faults.push({ ...at, code: 'no-week-yet' })
    return
  }
  const day = week.days[index] ?? REST_DAY
  const name = DAY_NAMES[index] ?? ''
  const notes = [day.note, noteOf(draft, note, at)].filter(Boolean).join('; ')
  if (REST.test(said.trim())) {
    if (day.sessions.length > 0) draft.faults.push({ ...at, code: 'rest-and-run', day: name })
    setDay(draft, index, { ...day, note: notes })
    return
  }
  const session = readSession(draft, said.trim(), at)
  if (day.sessions.length >= PLAN_LIMITS.sessionsADay) {
    draft.faults.push({ ...at, code: 'too-many-sessions', day: name, limit: PLAN_LIMITS.sessionsADay })
    return
  }
  if (session) setDay(draft, index, { sessions: [...day.sessions, session], note: notes })
}

export const DAY_NAMES = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const

function setDay(draft: Draft, index: number, day: PlanDay): void {
  const week = draft.weeks.at(-1)
  if (!week) return
  draft.weeks[draft.weeks.length - 1] = { ...week, days: week.days.with(index, day) }
}

/** A workout of the library stands in quotes and nothing else; anything else is the workout language. */
function readSession(
  draft: Draft,
  text: string,
  at: Pick<PlanFault, 'line' | 'lineText'>,
): PlanSession | null {
  const named = /^["“”„«»]([^"“”„«»]+)["“”„«»]$/.exec(text)
  if (named) {
    const name = cleanName(named[1] ?? '')
    const found = draft.library.get(nameKey(name))
    if (found) return { text: found.text, title: found.title }
    const key = didYouMean(nameKey(name), [...draft.library.keys()])
    const suggestion = key === undefined ? null : (draft.library.get(key)?.title ?? null)
    draft.faults.push({ ...at, code: 'workout-unknown', name, suggestion })
    return null
  }
  const blocks = parseWorkout(text)
  if (blocks.ok) return { text: printWorkout(blocks.value), title: null }
  draft.faults.push({ ...at, code: 'workout', fault: blocks.refusal, text })
  return null
}

function noteOf(draft: Draft, text: string, at: Pick<PlanFault, 'line' | 'lineText'>): string {
  const note = cleanName(text)
    .replaceAll(/\/{2,}/g, '/')
    .replace(/^[-–—(\s]+/, '')
  if (note.length > PLAN_LIMITS.note) {
    draft.faults.push({ ...at, code: 'note-too-long', limit: PLAN_LIMITS.note })
  }
  return note.slice(0, PLAN_LIMITS.note).trim()
}

/** What stands before ` // ` and after it; two slashes in quotes belong to the workout. */
function splitNote(text: string): [string, string] {
  let isQuoted = false
  for (let at = 0; at < text.length; at++) {
    if (/["“”„«»]/.test(text[at] ?? '')) isQuoted = !isQuoted
    if (!isQuoted && text.startsWith('//', at)) return [text.slice(0, at).trim(), text.slice(at + 2).trim()]
  }
  return [text, '']
}
